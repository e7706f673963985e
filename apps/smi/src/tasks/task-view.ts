import type { MessageInitShape } from '@bufbuild/protobuf';
import type { TaskSchema } from '#contracts';
import { IMMEDIATE_ACTIONS } from '#domain';
import { given } from '../cases/case-view.mapper.js';
import type { TaskRow } from './task.row.js';

/** Actions that are work of their own. The rest say how the next visit is made, or stand among the dated checks. */
export const TASK_ACTIONS: readonly string[] = [
  ...IMMEDIATE_ACTIONS,
  'judge_cause',
  'contact_psychiatrist',
  'specialist_guidance',
  'obstetric_co_management',
];

/** How long before its day work is shown as due. */
export const LEAD_DAYS = 7;

const POLICE_RISK = 3;

type TaskStatus = 'due' | 'overdue' | 'upcoming' | 'done';

export function taskStatus(row: Pick<TaskRow, 'done_by' | 'start_on' | 'due_on'>, today: string): TaskStatus {
  if (row.done_by !== null) return 'done';
  if (row.due_on !== null && row.due_on < today) return 'overdue';
  return row.start_on !== null && row.start_on > today ? 'upcoming' : 'due';
}

/** Why it matters, the gravest first; clients show the texts of these codes. */
export function taskReasons(row: TaskRow, today: string): string[] {
  const reasons: [boolean, string][] = [
    [(row.risk_level ?? 0) >= POLICE_RISK, `risk_${row.risk_level ?? 0}`],
    [row.stability === 1, 'unstable'],
    [row.status === 'lost', 'lost'],
    [taskStatus(row, today) === 'overdue', 'overdue'],
    [row.attempts > 0, `failed_attempts_${row.attempts}`],
    [row.stability === 2, 'basically_stable'],
    [row.open_actions.includes('joint_visit'), 'joint_visit'],
    [row.consent_decision === 'declined', 'consent_declined'],
  ];
  return reasons.filter(([applies]) => applies).map(([, reason]) => reason);
}

/** 1 at once · 2 first today · 3 in its turn. */
export function taskPriority(row: TaskRow, today: string): number {
  const action = row.kind.startsWith('action:') ? row.kind.slice('action:'.length) : '';
  if (IMMEDIATE_ACTIONS.includes(action) || (row.risk_level ?? 0) >= POLICE_RISK) return 1;
  return row.stability === 1 || taskStatus(row, today) === 'overdue' ? 2 : 3;
}

/** A task as readers see it; the name arrives masked. */
export function toTask(row: TaskRow, maskedName: string, today: string): MessageInitShape<typeof TaskSchema> {
  return {
    id: `${row.done_by ?? row.case_id}:${row.kind}`,
    service: 'smi',
    subjectId: row.case_id,
    subjectName: maskedName,
    org: row.org,
    kind: row.kind,
    ...given({ startOn: row.start_on, dueOn: row.due_on, endOn: row.end_on }),
    status: taskStatus(row, today),
    priority: taskPriority(row, today),
    reasons: taskReasons(row, today),
    caseId: row.case_id,
    ...given({ riskLevel: row.risk_level, stability: row.stability }),
    openActions: row.open_actions,
  };
}
