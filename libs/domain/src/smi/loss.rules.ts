import { addDays, addMonthsClamped, earlierOf, type IsoDate } from '../kernel/iso-date.js';
import type { SmiCaseState } from './case-state.js';
import type { ComputedPlan, DatedCheck, PlanRuleId, SmiActionCode } from './follow-up-plan.js';
import type { FollowUpRecord } from './follow-up-record.js';
import type { SmiPolicy } from './smi-policy.js';

const NO_PLAN: ComputedPlan = {
  stability: null,
  nextDueOn: null,
  rules: [],
  actions: [],
  checks: [],
  emergencyTriggers: [],
};

/**
 * 失访 by attempts (smi.md 2.8): three failures in a row, the last more than one month after the first. `attempts` oldest first.
 */
export function isLostByAttempts(attempts: readonly IsoDate[], policy: SmiPolicy): boolean {
  const first = attempts[0];
  const last = attempts.at(-1);
  if (first === undefined || last === undefined || attempts.length < policy.lossFailures) return false;
  return last > addMonthsClamped(first, policy.lossSpreadMonths);
}

/** K0: the file is closed. */
export function planDeath(): ComputedPlan {
  return { ...NO_PLAN, rules: ['K0'], actions: ['close_file'] };
}

/** K1, N12: no visit is due; written report, weekly search. N18 when somebody dangerous has left. */
export function planLoss(record: FollowUpRecord, before: SmiCaseState, policy: SmiPolicy): ComputedPlan {
  const leaving = planLeaving(record, before, policy);
  const search: DatedCheck = {
    kind: 'search_lost_patient',
    dueOn: addDays(record.visitedOn, policy.searchEveryDays),
  };
  return {
    ...NO_PLAN,
    rules: ['K1', 'N12', ...leaving.rules],
    actions: ['report_lost', ...leaving.actions],
    checks: [search, ...leaving.checks],
  };
}

/** N11: another attempt within two weeks, and not beyond the cap N17 while that still lies ahead; held in hospital (N9). */
export function planAttempt(record: FollowUpRecord, before: SmiCaseState, policy: SmiPolicy): ComputedPlan {
  const leaving = planLeaving(record, before, policy);
  if (before.status === 'in_hospital') {
    const rules = ['N9', ...leaving.rules] as const;
    return { ...NO_PLAN, rules, actions: ['hold', ...leaving.actions], checks: leaving.checks };
  }
  const retryOn = addDays(record.visitedOn, policy.retryDays);
  const cap = before.lastVisitOn === null ? null : addMonthsClamped(before.lastVisitOn, policy.capMonths);
  const nextDueOn = earlierOf(retryOn, cap !== null && cap > record.visitedOn ? cap : null);
  return {
    ...NO_PLAN,
    nextDueOn,
    rules: ['N11', ...(nextDueOn === retryOn ? [] : (['N17'] as const)), ...leaving.rules],
    actions: ['retry_visit', ...leaving.actions],
    checks: leaving.checks,
  };
}

/** What follows when somebody leaves the district. */
export interface LeavingPlan {
  readonly rules: readonly PlanRuleId[];
  readonly actions: readonly SmiActionCode[];
  readonly checks: readonly DatedCheck[];
}

/** N18: somebody of grade 3 and above, or unstable, leaves: police and upper unit the same day; the class stays. */
export function assessLeaving(
  before: Pick<SmiCaseState, 'riskLevel' | 'stability'>,
  on: IsoDate,
  policy: SmiPolicy,
): LeavingPlan {
  const concerned = (before.riskLevel ?? 0) >= policy.policeRiskLevel || before.stability === 1;
  if (!concerned) return { rules: [], actions: [], checks: [] };
  return { rules: ['N18'], actions: ['notify_police'], checks: [{ kind: 'report_upper_unit', dueOn: on }] };
}

/** Away for work, moved and missing are ways of leaving (smi.md 3.3 item 5). */
function planLeaving(record: FollowUpRecord, before: SmiCaseState, policy: SmiPolicy): LeavingPlan {
  const reason = record.lossReason ?? 0;
  const left = record.leavingDistrict === true || (reason >= 1 && reason <= 3);
  return left ? assessLeaving(before, record.visitedOn, policy) : { rules: [], actions: [], checks: [] };
}
