import { addMonthsClamped, earlierOf, type IsoDate } from '../kernel/iso-date.js';
import type { WorkingCalendar } from '../kernel/working-calendar.js';
import { additionalRules, situationActions } from './additional.rules.js';
import type { BasicStep } from './case-state.js';
import type { ClassRule } from './classification.rules.js';
import { article30Checks } from './consent.rules.js';
import { emergencyTriggers } from './emergency.rules.js';
import { withFindings } from './follow-up-dates.rules.js';
import { isComplete } from './follow-up-kind.rules.js';
import type { ComputedPlan, PlanRuleId } from './follow-up-plan.js';
import { intervalRule, type VisitSituation } from './interval.rules.js';

/** The plan after a visit, and where the basically stable patient stands. */
export interface VisitPlan {
  readonly computed: ComputedPlan;
  readonly step: BasicStep;
}

/** Combines class, interval and additional rules: the earliest day wins, the actions are the union (N17, N20). */
export function planVisit(classRule: ClassRule, situation: VisitSituation, calendar: WorkingCalendar): VisitPlan {
  const { record, policy } = situation;
  const interval = intervalRule(situation);
  const additional = additionalRules(situation);
  const classDue = interval.due(record.visitedOn, policy, situation);
  const otherDues = additional.map((rule) => rule.due?.(record.visitedOn, situation) ?? null);
  const capDue = classDue === null ? null : capOf(situation);
  const nextDueOn = [...otherDues, capDue].reduce(earlierOf, classDue);
  const overruled = nextDueOn !== classDue;
  const capped = overruled && nextDueOn === capDue && !otherDues.includes(capDue);
  const rules: (PlanRuleId | ClassRule['id'])[] = [
    classRule.id,
    ...(overruled ? [] : [interval.id]),
    ...additional.map(({ id }) => id),
    ...(capped ? (['N17'] as const) : []),
    ...(overruled ? (['N20'] as const) : []),
  ];
  const actions = [interval.actions, ...additional.map((rule) => rule.actions), situationActions(situation)].flat();
  const checks = [
    ...(interval.checks?.(record.visitedOn, policy) ?? []),
    ...additional.flatMap((rule) => rule.checks?.(record.visitedOn, situation) ?? []),
    ...reviewChecks(situation, calendar),
  ];
  return {
    computed: {
      stability: classRule.stability,
      nextDueOn,
      rules,
      actions: [...new Set(actions)],
      checks,
      emergencyTriggers: situation.stability === null ? [] : emergencyTriggers(record, policy),
    },
    step: interval.step(situation),
  };
}

/** N17: never more than three months after the last complete visit, normally this one. */
function capOf({ record, before, policy }: VisitSituation): IsoDate | null {
  const from = isComplete(record) ? record.visitedOn : before.lastVisitOn;
  return from === null ? null : addMonthsClamped(from, policy.capMonths);
}

/** Decliners of high risk: the psychiatrist's answer on art. 30 ¶2(2) is asked for (2.6). */
function reviewChecks(situation: VisitSituation, calendar: WorkingCalendar): ComputedPlan['checks'] {
  if (!situation.declinedArticle30) return [];
  const facts = withFindings(situation.record, situation.before, situation.policy);
  return article30Checks(facts, situation.record.visitedOn, situation.policy, calendar);
}
