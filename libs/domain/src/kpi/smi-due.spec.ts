import { describe, expect, it } from '@jest/globals';
import { someCase, someVisit } from './smi-cohort.fixture.js';
import { dueUnits } from './smi-due.js';
import type { SmiSubject } from './smi-subject.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31', open: false };

function dues(subject: SmiSubject, window = YEAR): string[] {
  return dueUnits(subject, window).map((unit) => `${unit.dueOn} ${unit.reason}`);
}

describe('due follow-ups (B-37)', () => {
  it('are answered by the next complete visit, on the day at the latest', () => {
    const visits = [
      someVisit('2026-01-10', { nextDueOn: '2026-04-10' }),
      someVisit('2026-04-10', { nextDueOn: '2026-07-10' }),
      someVisit('2026-07-11', { nextDueOn: '2026-10-11' }),
    ];
    expect(dues(someCase({ visits }))).toEqual(['2026-04-10 due_met', '2026-07-10 due_late', '2026-10-11 due_missed']);
  });

  it('belong to the period of their due date, also when set before it', () => {
    const visits = [
      someVisit('2025-11-20', { nextDueOn: '2026-02-20' }),
      someVisit('2026-02-18', { nextDueOn: '2027-01-05' }),
    ];
    expect(dues(someCase({ visits }))).toEqual(['2026-02-20 due_met']);
    expect(dues(someCase({ visits }), { from: '2026-03-01', to: '2026-12-31', open: false })).toEqual([]);
  });

  it('begin with the date of a new file, before any visit', () => {
    expect(dues(someCase({ nextDueOn: '2026-03-15' }))).toEqual(['2026-03-15 due_missed']);
    const visited = someCase({
      nextDueOn: '2026-06-12',
      visits: [someVisit('2026-03-12', { dueOnBefore: '2026-03-15', nextDueOn: '2026-06-12' })],
    });
    expect(dues(visited)).toEqual(['2026-03-15 due_met', '2026-06-12 due_missed']);
  });

  it('are not moved by a failed attempt, nor answered by it', () => {
    const attempt = someVisit('2026-04-09', {
      kind: 'attempt',
      complete: false,
      dueOnBefore: '2026-04-10',
      nextDueOn: '2026-04-23',
    });
    const visits = [
      someVisit('2026-01-10', { nextDueOn: '2026-04-10' }),
      attempt,
      someVisit('2026-04-20', { dueOnBefore: '2026-04-23' }),
    ];
    expect(dues(someCase({ visits }))).toEqual(['2026-04-10 due_late']);
  });

  it('pause in hospital and go on with the date after discharge', () => {
    const visits = [
      someVisit('2026-01-10', { nextDueOn: '2026-04-10' }),
      someVisit('2026-04-01', { inHospital: true, nextDueOn: null }),
      someVisit('2026-06-10', { dueOnBefore: '2026-06-12', nextDueOn: '2026-09-10' }),
    ];
    expect(dues(someCase({ visits }))).toEqual(['2026-04-10 due_met', '2026-06-12 due_met', '2026-09-10 due_missed']);
  });

  it.each<[string, Partial<SmiSubject>]>([
    ['died', { status: 'dead', deathDate: '2026-04-10' }],
    ['moved away', { status: 'transferred_out', closedOn: '2026-03-01' }],
    ['was lost', { lostOn: '2026-04-01' }],
  ])('are void when the person %s by then', (_name, change) => {
    expect(dues(someCase({ ...change, visits: [someVisit('2026-01-10', { nextDueOn: '2026-04-10' })] }))).toEqual([
      '2026-04-10 due_void',
    ]);
  });

  it('stand when the person died after the date had passed', () => {
    const subject = someCase({
      status: 'dead',
      deathDate: '2026-04-11',
      visits: [someVisit('2026-01-10', { nextDueOn: '2026-04-10' })],
    });
    expect(dues(subject)).toEqual(['2026-04-10 due_missed']);
  });

  it('are not late on the day itself while it lasts', () => {
    const subject = someCase({ visits: [someVisit('2026-01-10', { nextDueOn: '2026-04-10' })] });
    const on = (to: string, open: boolean) => dues(subject, { from: '2026-01-01', to, open });
    expect(on('2026-04-09', true)).toEqual([]);
    expect(on('2026-04-10', true)).toEqual(['2026-04-10 due_pending']);
    expect(on('2026-04-11', true)).toEqual(['2026-04-10 due_missed']);
    expect(on('2026-04-10', false)).toEqual(['2026-04-10 due_missed']);
  });

  it('do not exist for those who declined, unless article 30 holds them', () => {
    const consents = [{ decision: 'declined', from: '2026-01-01' }];
    expect(dues(someCase({ consents, nextDueOn: null }))).toEqual([]);
    expect(dues(someCase({ consents, nextDueOn: '2026-03-15' }))).toEqual(['2026-03-15 due_missed']);
  });

  describe('when a patient declines between two visits', () => {
    const first = someVisit('2026-03-02', { nextDueOn: '2026-06-02' });
    const declined = [
      { decision: 'agreed', from: '2024-01-10' },
      { decision: 'declined', from: '2026-04-01' },
    ];
    const agreedAgain = [...declined, { decision: 'agreed', from: '2026-10-30' }];

    it('end with the refusal of an ordinary decliner', () => {
      expect(dues(someCase({ consents: declined, visits: [first] }))).toEqual([]);
    });

    it('stand when the date had passed by then', () => {
      const consents = [{ decision: 'declined', from: '2026-06-03' }];
      expect(dues(someCase({ consents, visits: [first] }))).toEqual(['2026-06-02 due_missed']);
    });

    it('go on with the date a new agreement set, not with the old one', () => {
      const agreed = { consents: agreedAgain, nextDueOn: '2026-11-13' };
      expect(dues(someCase({ ...agreed, visits: [first] }))).toEqual(['2026-11-13 due_missed']);
      const second = someVisit('2026-11-10', { dueOnBefore: '2026-11-13' });
      expect(dues(someCase({ ...agreed, nextDueOn: null, visits: [first, second] }))).toEqual(['2026-11-13 due_met']);
    });

    it('stand under article 30, answered or not, and after a loss or a stay in hospital', () => {
      const held = { consents: declined, article30: true, nextDueOn: '2026-06-02' };
      expect(dues(someCase({ ...held, visits: [first] }))).toEqual(['2026-06-02 due_missed']);
      const second = someVisit('2026-06-05', { dueOnBefore: '2026-06-02' });
      expect(dues(someCase({ ...held, nextDueOn: null, visits: [first, second] }))).toEqual(['2026-06-02 due_late']);
      const away = { ...held, status: 'in_hospital', nextDueOn: null };
      expect(dues(someCase({ ...away, visits: [first] }))).toEqual(['2026-06-02 due_missed']);
      const inHospital = someVisit('2026-06-20', { inHospital: true, nextDueOn: null });
      expect(dues(someCase({ ...away, visits: [first, inHospital] }))).toEqual(['2026-06-02 due_late']);
      const lost = { status: 'lost', lostOn: '2026-07-01', nextDueOn: null };
      expect(dues(someCase({ ...held, ...lost, visits: [first] }))).toEqual(['2026-06-02 due_missed']);
    });
  });

  it('are not void for who is met on the day the loss was declared', () => {
    const loss = someVisit('2026-04-01', { id: 'v1', kind: 'loss', complete: false, dueOnBefore: '2026-04-20' });
    const met = someVisit('2026-04-01', { id: 'v2', nextDueOn: '2026-07-01' });
    const due = someVisit('2026-01-10', { nextDueOn: '2026-04-20' });
    expect(dues(someCase({ visits: [due, loss, met] }))).toEqual(['2026-04-20 due_met', '2026-07-01 due_missed']);
    const lostAfter = [due, { ...met, id: 'v1' }, { ...loss, id: 'v2' }];
    expect(dues(someCase({ visits: lostAfter }))).toEqual(['2026-04-20 due_met', '2026-07-01 due_void']);
  });
});
