import { addDays, isIsoDate, type IsoDate } from '../kernel/iso-date.js';
import { isCode } from '../kernel/code-list.js';
import { ACTION_OUTCOMES } from './case.codes.js';
import type { CaseStatus } from './case-state.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiCode, SmiRefusal } from './smi-problem.js';

/** A dated check as it is kept. */
export interface OpenCheck {
  readonly kind: string;
  readonly dueOn: IsoDate;
}

/** What a case still asks of somebody. */
export interface OpenDuties {
  readonly actions: readonly string[];
  /** Since when the actions are open. */
  readonly since: IsoDate | null;
  readonly checks: readonly OpenCheck[];
}

/** How one of them was answered. */
export interface ActionClosing {
  readonly action: string;
  readonly closedOn: IsoDate;
  readonly outcome: string;
  readonly handedTo?: string | null | undefined;
  /** The psychiatrist's answer; with the review on art. 30 that is done, and nowhere else. */
  readonly article30?: boolean | null | undefined;
}

/** What the rules of closing look at beside the duties. */
export interface ClosingContext {
  readonly status: CaseStatus;
  readonly today: IsoDate;
  readonly policy: SmiPolicy;
}

/** Actions that must happen at once (smi.md 4.3 N6, N-A, 2.8); the others have time until the next visit. */
export const IMMEDIATE_ACTIONS: readonly string[] = [
  'refer_now',
  'notify_police',
  'emergency_record',
  'inform_care_group',
  'report_lost',
  'close_file',
];

/** The last day of an open action: at once, on the day of its check, or with the next visit. */
export function dueOfAction(action: string, duties: OpenDuties, nextDueOn: IsoDate | null): IsoDate | null {
  const check = duties.checks.find(({ kind }) => kind === action);
  if (check !== undefined) return check.dueOn;
  return IMMEDIATE_ACTIONS.includes(action) ? duties.since : (nextDueOn ?? duties.since);
}

/** Answered by the next record or the discharge alone: they say how the case goes on, not what somebody has to do once. */
const ANSWERED_BY_RECORD: readonly string[] = ['hold', 'retry_visit'];

/** The review that is answered by yes or no (smi.md 2.6). */
const ARTICLE30_REVIEW = 'article30_review';

const problem = (field: string, code: SmiCode, rule: string): SmiRefusal => ({ field, code, rule });

/** Whether somebody may say that this was done. Mandatory actions are never dismissed: done, or handed over to a named one (4.3). */
export function checkClosing(closing: ActionClosing, duties: OpenDuties, context: ClosingContext): SmiRefusal[] {
  const { action, closedOn, outcome, handedTo } = closing;
  if (!isIsoDate(closedOn)) return [{ field: 'closedOn', code: 'FIELD.DATE' }];
  if (!isCode(ACTION_OUTCOMES, outcome)) return [{ field: 'outcome', code: 'FIELD.CODE' }];
  const handedOver = outcome === 'handed_over';
  if (handedOver && (handedTo ?? '').trim() === '') return [{ field: 'handedTo', code: 'FIELD.REQUIRED' }];
  const asked = action === ARTICLE30_REVIEW && outcome === 'done';
  if (asked !== (closing.article30 != null)) {
    return [{ field: 'article30', code: asked ? 'FIELD.REQUIRED' : 'FIELD.INVALID', rule: '2.6' }];
  }
  const isOpen = duties.actions.includes(action) || duties.checks.some(({ kind }) => kind === action);
  if (!isOpen) return [problem('', 'SMI.ACTION.NOT_OPEN', '4.3')];
  if (ANSWERED_BY_RECORD.includes(action)) return [problem('', 'SMI.ACTION.NEEDS_RECORD', '4.3')];
  if (closedOn > context.today) return [problem('closedOn', 'SMI.CASE.DATE_IN_FUTURE', '4.3')];
  const since = duties.since;
  const early = since !== null && duties.actions.includes(action) && closedOn < since;
  return early ? [problem('closedOn', 'SMI.ACTION.CLOSED_BEFORE_OPEN', '4.3')] : [];
}

/**
 * The duties after one was answered; the dated check of the same name goes with it. The search for a lost person goes on every
 * week while the person is lost (N12).
 */
export function closeAction(closing: ActionClosing, duties: OpenDuties, context: ClosingContext): OpenDuties {
  const actions = duties.actions.filter((action) => action !== closing.action);
  const checks = duties.checks.filter(({ kind }) => kind !== closing.action);
  const searchesOn = closing.action === 'search_lost_patient' && context.status === 'lost';
  const next = { kind: closing.action, dueOn: addDays(closing.closedOn, context.policy.searchEveryDays) };
  return {
    actions,
    since: actions.length === 0 ? null : duties.since,
    checks: searchesOn ? [...checks, next] : checks,
  };
}
