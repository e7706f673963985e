import { describe, expect, it } from '@jest/globals';
import type { TaskRow } from './task.row.js';
import { taskPriority, taskReasons, taskStatus, toTask } from './task-view.js';

const today = '2026-03-16';
const row = (changes: Partial<TaskRow>): TaskRow => ({
  case_id: 'c',
  org: '990101001001',
  person_id: 'p',
  sealed_name: '',
  kind: 'follow_up',
  start_on: '2026-03-10',
  due_on: '2026-03-17',
  end_on: '2026-03-17',
  stability: 3,
  risk_level: 0,
  status: 'registered',
  consent_decision: 'agreed',
  attempts: 0,
  open_actions: [],
  done_by: null,
  ...changes,
});

describe('task', () => {
  it.each([
    ['2026-03-10', '2026-03-17', 'due'],
    ['2026-03-09', '2026-03-16', 'due'],
    ['2026-03-08', '2026-03-15', 'overdue'],
    ['2026-03-17', '2026-03-24', 'upcoming'],
  ])('from %s until %s is %s', (start_on, due_on, status) => {
    expect(taskStatus(row({ start_on, due_on }), today)).toBe(status);
  });

  it('is done once a record did it, however late', () => {
    expect(taskStatus(row({ done_by: 'f', due_on: '2026-01-01' }), today)).toBe('done');
  });

  it.each([
    ['a routine visit', {}, 3],
    ['an overdue one', { due_on: '2026-03-01' }, 2],
    ['somebody unstable', { stability: 1 }, 2],
    ['somebody dangerous', { risk_level: 3 }, 1],
    ['a referral', { kind: 'action:refer_now' }, 1],
    ['a question for the psychiatrist', { kind: 'action:contact_psychiatrist' }, 3],
  ])('ranks %s', (_name, changes, priority) => {
    expect(taskPriority(row(changes), today)).toBe(priority);
  });

  it('names its reasons, the gravest first', () => {
    const grave = row({
      risk_level: 4,
      stability: 1,
      due_on: '2026-03-01',
      attempts: 2,
      open_actions: ['joint_visit'],
    });
    expect(taskReasons(grave, today)).toEqual(['risk_4', 'unstable', 'overdue', 'failed_attempts_2', 'joint_visit']);
    expect(taskReasons(row({}), today)).toEqual([]);
  });

  it('keeps the same id while it is open', () => {
    expect(toTask(row({}), '王**', today)).toMatchObject({ id: 'c:follow_up', subjectName: '王**', service: 'smi' });
  });
});
