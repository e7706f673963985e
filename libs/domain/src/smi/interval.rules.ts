import { addDays, addMonthsClamped, type IsoDate } from '../kernel/iso-date.js';
import type { BasicStep, SmiCaseState, Stability } from './case-state.js';
import type { ClassFacts } from './classification.rules.js';
import type { DatedCheck, PlanRuleId, SmiActionCode } from './follow-up-plan.js';
import type { FollowUpRecord } from './follow-up-record.js';
import type { SmiPolicy } from './smi-policy.js';

/** What the interval rules look at. */
export interface VisitSituation {
  readonly record: FollowUpRecord;
  readonly facts: ClassFacts;
  /** The class the record is stored with; null in hospital. */
  readonly stability: Stability | null;
  readonly before: SmiCaseState;
  /** Declined, but art. 30 ¶2(2) applies or is under review (N16). */
  readonly declinedArticle30: boolean;
  readonly policy: SmiPolicy;
}

/** One line of the interval table: the class's own interval (smi.md 4.3, N1–N7 and N9). */
export interface IntervalRule {
  readonly id: PlanRuleId;
  readonly when: (situation: VisitSituation) => boolean;
  readonly due: (visitedOn: IsoDate, policy: SmiPolicy, situation: VisitSituation) => IsoDate | null;
  readonly actions: readonly SmiActionCode[];
  readonly checks?: (visitedOn: IsoDate, policy: SmiPolicy) => readonly DatedCheck[];
  /** Where the basically stable patient stands afterwards (N2–N5). */
  readonly step: (situation: VisitSituation) => BasicStep;
}

const closed = (): BasicStep => 'none';
const isTending = ({ record }: VisitSituation): boolean => record.tendingToStable === true;
/** N2–N5: the chain goes on only while the previous record was basically stable too. */
const isAtStep = (situation: VisitSituation, step: BasicStep): boolean =>
  situation.stability === 2 && situation.before.stability === 2 && situation.before.step === step;

/** Exactly one of these fires for a visit; first match wins. */
export const INTERVAL_RULES: readonly IntervalRule[] = [
  {
    id: 'N9',
    when: ({ stability }) => stability === null,
    due: () => null,
    actions: ['hold'],
    step: closed,
  },
  {
    id: 'N1',
    when: ({ stability }) => stability === 3,
    due: (visitedOn, policy) => addMonthsClamped(visitedOn, policy.stableMonths),
    actions: ['continue_plan'],
    step: closed,
  },
  {
    id: 'N3',
    when: (situation) => isAtStep(situation, 'two_week_revisit') && isTending(situation),
    due: (visitedOn, policy) => addMonthsClamped(visitedOn, policy.basicTendingMonths),
    actions: ['continue_plan'],
    step: closed,
  },
  {
    id: 'N4',
    when: (situation) => isAtStep(situation, 'two_week_revisit'),
    due: (visitedOn, policy) => addMonthsClamped(visitedOn, policy.basicGuidanceMonths),
    actions: ['specialist_guidance'],
    step: () => 'one_month_visit',
  },
  {
    id: 'N5',
    when: (situation) => isAtStep(situation, 'one_month_visit') && isTending(situation),
    due: (visitedOn, policy) => addMonthsClamped(visitedOn, policy.basicTendingMonths),
    actions: ['continue_plan'],
    step: closed,
  },
  {
    id: 'N5',
    when: (situation) => isAtStep(situation, 'one_month_visit'),
    due: (visitedOn, policy) => addMonthsClamped(visitedOn, policy.basicGuidanceMonths),
    actions: ['specialist_guidance'],
    step: () => 'one_month_visit',
  },
  {
    id: 'N2',
    when: ({ stability }) => stability === 2,
    due: (visitedOn, policy) => addDays(visitedOn, policy.basicFirstDays),
    actions: ['judge_cause', 'contact_psychiatrist'],
    step: () => 'two_week_revisit',
  },
  {
    id: 'N7',
    when: ({ record }) => record.admissionRefused === true,
    due: (visitedOn, policy) => addDays(visitedOn, policy.unstableDays),
    actions: ['contact_psychiatrist', 'joint_visit', 'inform_care_group'],
    step: closed,
  },
  {
    // The referral has been made with this record: what is left is to learn its result (D10).
    id: 'N6',
    when: ({ record }) => record.referral?.made === true,
    due: (visitedOn, policy) => addDays(visitedOn, policy.unstableDays),
    actions: ['check_referral'],
    checks: (visitedOn, policy) => [{ kind: 'check_referral', dueOn: addDays(visitedOn, policy.referralCheckDays) }],
    step: closed,
  },
  {
    id: 'N6',
    when: () => true,
    due: (visitedOn, policy) => addDays(visitedOn, policy.unstableDays),
    actions: ['refer_now'],
    step: closed,
  },
];

/** Finds the interval rule of a visit. */
export function intervalRule(situation: VisitSituation): IntervalRule {
  const rule = INTERVAL_RULES.find(({ when }) => when(situation));
  if (rule === undefined) throw new Error('the last line matches everything');
  return rule;
}
