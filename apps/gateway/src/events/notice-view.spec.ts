import { describe, expect, it } from '@jest/globals';
import type { Role } from '#auth';
import type { Notice } from '#messaging';
import type { Caller } from '#observability';
import { NoticeHistory } from './notice-history.js';
import { noticeFor } from './notice-view.js';

const user = (role: Role, scope: string): Caller => ({ kind: 'user', id: 'u1', roles: [role], scopes: [scope] });
const A = '990101001001';
const B = '990101002001';

describe('who is told what', () => {
  it.each<[string, Role, string, Notice, object | undefined]>([
    ['staff of the street', 'street_staff', '990101001', { type: 'tasks.changed', areas: [A, B] }, { areas: [A] }],
    ['staff of another street', 'street_staff', '990101003', { type: 'tasks.changed', areas: [A, B] }, undefined],
    ['an official', 'district_official', '990101', { type: 'figures.changed', areas: [A, B] }, { areas: [A, B] }],
    ['an official, of tasks', 'district_official', '990101', { type: 'tasks.changed', areas: [A] }, undefined],
    ['the starter', 'street_staff', '', { type: 'import.finished', userId: 'u1', subjectId: 'j' }, { subjectId: 'j' }],
    ['somebody else', 'street_staff', '', { type: 'import.finished', userId: 'u2', subjectId: 'j' }, undefined],
    ['ops', 'ops', '', { type: 'dead_letter.recorded' }, {}],
    ['staff, of dead letters', 'street_staff', '', { type: 'dead_letter.recorded' }, undefined],
    ['ops, of figures', 'ops', '', { type: 'figures.changed', areas: [A] }, undefined],
    ['a counsellor', 'counsellor', '', { type: 'tasks.changed', areas: [A] }, undefined],
  ])('%s', (_who, role, scope, notice, told) => {
    expect(noticeFor(user(role, scope), notice)).toEqual(told);
  });
});

describe('what came after an id', () => {
  const some = (history: NoticeHistory, count: number): string[] =>
    Array.from({ length: count }, () => history.add({ type: 'dead_letter.recorded' }).id);

  it('is told as long as it is kept', () => {
    const history = new NoticeHistory();
    const begin = history.position;
    const ids = some(history, 3);
    expect(history.since(begin)?.map(({ id }) => id)).toEqual(ids);
    expect(history.since(ids[1]!)?.map(({ id }) => id)).toEqual([ids[2]]);
    expect(history.since(history.position)).toEqual([]);
    some(history, 1_000);
    expect(history.since(ids[2]!)).toHaveLength(1_000);
    expect(history.since(ids[1]!)).toBeUndefined();
  });

  it.each(['', '-', 'x-1', '1', 'é'.repeat(99)])('is not told for "%s"', (id) => {
    expect(new NoticeHistory().since(id)).toBeUndefined();
  });

  it('is not told for a number to come', () => {
    const history = new NoticeHistory();
    expect(history.since(history.position.replace('-0', '-7'))).toBeUndefined();
  });
});
