import { isIsoDate, type IsoDate } from '../kernel/iso-date.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import { nextCaseStatus, type CaseEvent } from './case-status.states.js';
import type { SmiCaseState } from './case-state.js';
import { isVisitRefused } from './consent.rules.js';
import { visitAfterDischarge } from './deadlines.rules.js';
import type { DatedCheck, SmiActionCode } from './follow-up-plan.js';
import { assessLeaving } from './loss.rules.js';
import type { SmiPolicy } from './smi-policy.js';
import type { SmiCode, SmiRefusal } from './smi-problem.js';

/** What the rules of a step look at. */
export interface StepContext {
  readonly caseState: SmiCaseState;
  readonly today: IsoDate;
  readonly policy: SmiPolicy;
  readonly calendar: WorkingCalendar;
}

/** A discharge from hospital (N9). */
export interface Discharge {
  readonly kind: 'discharge';
  readonly on: IsoDate;
  /** When it became known here. */
  readonly informedOn: IsoDate;
}

/** Somebody moved to a known address (smi.md 2.8). */
export interface Transfer {
  readonly kind: 'transfer';
  readonly on: IsoDate;
}

/** A file that should not be: the diagnosis was corrected, the person is there twice (smi.md 2.1). */
export interface Cancellation {
  readonly kind: 'cancel';
  readonly on: IsoDate;
}

/** What changes the status of a case between its records. */
export type CaseStep = Discharge | Transfer | Cancellation;

/** The case after a step. With refusals nothing may be stored. */
export interface StepAssessment {
  readonly refusals: readonly SmiRefusal[];
  readonly nextCaseState: SmiCaseState | null;
  readonly actions: readonly SmiActionCode[];
  readonly checks: readonly DatedCheck[];
}

const EVENTS: Readonly<Record<CaseStep['kind'], CaseEvent>> = {
  discharge: 'discharge',
  transfer: 'transfer_out',
  cancel: 'cancel',
};

/** The field of the request that holds the day of a step. */
const DAY_FIELDS: Readonly<Record<CaseStep['kind'], string>> = {
  discharge: 'dischargedOn',
  transfer: 'transferredOn',
  cancel: 'cancelledOn',
};

const problem = (field: string, code: SmiCode, rule: string): SmiRefusal => ({ field, code, rule });

/** Judges a discharge, a transfer or a cancellation and folds the state of the case. Pure, as {@link assessFollowUp}. */
export function assessStep(step: CaseStep, context: StepContext): StepAssessment {
  const malformed = malformedDays(step);
  const status = nextCaseStatus(context.caseState.status, EVENTS[step.kind]);
  const refusals = malformed.length > 0 ? malformed : checkDays(step, context);
  if (status === null) refusals.push(problem('', 'SMI.CASE.TRANSITION_NOT_ALLOWED', '2.1'));
  if (refusals.length > 0 || status === null) {
    return { refusals, nextCaseState: null, actions: [], checks: [] };
  }
  const leaving =
    step.kind === 'transfer'
      ? assessLeaving(context.caseState, step.on, context.policy)
      : { actions: [], checks: [] as readonly DatedCheck[] };
  const nextDueOn = step.kind === 'discharge' ? dueAfterDischarge(step, context) : null;
  const { actions, checks } = leaving;
  return { refusals: [], nextCaseState: { ...context.caseState, status, nextDueOn, lostOn: null }, actions, checks };
}

/** N9; nobody visits an ordinary decliner (N15). */
function dueAfterDischarge({ informedOn }: Discharge, { caseState, policy, calendar }: StepContext): IsoDate | null {
  return isVisitRefused(caseState, policy) ? null : visitAfterDischarge(informedOn, policy, calendar);
}

function malformedDays(step: CaseStep): SmiRefusal[] {
  const days: [string, string][] = [[DAY_FIELDS[step.kind], step.on]];
  if (step.kind === 'discharge') days.push(['informedOn', step.informedOn]);
  return days.filter(([, day]) => !isIsoDate(day)).map(([field]) => ({ field, code: 'FIELD.DATE' }));
}

/** Not in the future, not before the file or the last record; a cancellation may undo what came after it. */
function checkDays(step: CaseStep, { caseState, today }: StepContext): SmiRefusal[] {
  const field = DAY_FIELDS[step.kind];
  const late = step.on > today;
  const early = step.on < caseState.fileBuiltOn;
  const before = step.kind !== 'cancel' && caseState.lastVisitOn !== null && step.on < caseState.lastVisitOn;
  const refusals: SmiRefusal[] = [
    ...(late ? [problem(field, 'SMI.CASE.DATE_IN_FUTURE', '2.8')] : []),
    ...(early ? [problem(field, 'SMI.CASE.STEP_BEFORE_FILE', '2.8')] : []),
    ...(before ? [problem(field, 'SMI.CASE.STEP_BEFORE_VISIT', '2.8')] : []),
  ];
  if (step.kind !== 'discharge') return refusals;
  if (step.informedOn > today) refusals.push(problem('informedOn', 'SMI.CASE.DATE_IN_FUTURE', 'N9'));
  if (step.informedOn < step.on) refusals.push(problem('informedOn', 'SMI.CASE.INFORMED_BEFORE_DISCHARGE', 'N9'));
  return refusals;
}
