import { addDays, addMonthsClamped, type IsoDate } from '../kernel/iso-date.js';
import { emergencyTriggers } from './emergency.rules.js';
import type { DatedCheck, PlanRuleId, SmiActionCode } from './follow-up-plan.js';
import type { VisitSituation } from './interval.rules.js';

/** A rule of smi.md 4.3 that adds to the class's interval. All that match fire. */
export interface AdditionalRule {
  readonly id: PlanRuleId;
  readonly when: (situation: VisitSituation) => boolean;
  /** A day the next visit must not exceed; null = no opinion. */
  readonly due?: (visitedOn: IsoDate, situation: VisitSituation) => IsoDate;
  readonly actions: readonly SmiActionCode[];
  readonly checks?: (visitedOn: IsoDate, situation: VisitSituation) => readonly DatedCheck[];
  /** Whether it applies to somebody in hospital, for whom no visit is due (N9). */
  readonly inHospital?: true;
}

/** The additional rules in the order they are listed in the answer. */
export const ADDITIONAL_RULES: readonly AdditionalRule[] = [
  {
    id: 'N-A',
    when: ({ facts, policy }) => facts.risk >= policy.policeRiskLevel,
    actions: ['notify_police', 'inform_care_group'],
    checks: (visitedOn, situation) =>
      hasReportableIncident(situation) ? [{ kind: 'incident_report', dueOn: visitedOn }] : [],
    inHospital: true,
  },
  {
    id: 'N8',
    when: (situation) => jointVisitFactors(situation).length > 0,
    due: (visitedOn, { stability, policy }) =>
      addDays(visitedOn, stability === 1 ? policy.jointVisitUnstableDays : policy.jointVisitOtherDays),
    actions: ['joint_visit'],
  },
  {
    id: 'N13',
    when: ({ facts }) => facts.reaction !== 'none',
    actions: ['contact_psychiatrist'],
    checks: (visitedOn, { facts, policy }) =>
      facts.reaction === 'mild'
        ? [{ kind: 'side_effect_check', dueOn: addDays(visitedOn, policy.sideEffectCheckDays) }]
        : [],
  },
  {
    id: 'N14',
    when: ({ record }) => record.pregnancy != null,
    due: (visitedOn, { policy }) => addMonthsClamped(visitedOn, policy.pregnancyMonths),
    actions: ['contact_psychiatrist', 'obstetric_co_management'],
  },
  { id: 'N16', when: ({ declinedArticle30 }) => declinedArticle30, actions: ['joint_visit'] },
  {
    id: 'N18',
    when: ({ record, facts, stability, policy }) =>
      record.leavingDistrict === true && (facts.risk >= policy.policeRiskLevel || stability === 1),
    actions: ['notify_police'],
    checks: (visitedOn) => [{ kind: 'report_upper_unit', dueOn: visitedOn }],
    inHospital: true,
  },
];

/** Additional rules that fire for a visit. */
export function additionalRules(situation: VisitSituation): readonly AdditionalRule[] {
  return ADDITIONAL_RULES.filter(
    (rule) => (situation.stability !== null || rule.inHospital === true) && rule.when(situation),
  );
}

/** What the rules do beyond their own rows: side effects are watched (N13), emergencies recorded (7.4). */
export function situationActions(situation: VisitSituation): readonly SmiActionCode[] {
  const { facts, record, policy, stability } = situation;
  if (stability === null) return [];
  return [
    ...(facts.reaction === 'mild' ? (['side_effect_check'] as const) : []),
    ...(emergencyTriggers(record, policy).length > 0 ? (['emergency_record'] as const) : []),
  ];
}

/**
 * Reasons for a joint visit. Grade 1 *is* a threat to others (smi.md 3.1, W7), unless the visit is joint already because the
 * patient declined under art. 30 (W23).
 */
export function jointVisitFactors({ record, facts, before, declinedArticle30 }: VisitSituation): readonly string[] {
  const threatened = facts.risk === 1 && !declinedArticle30 ? ['threatened_others'] : [];
  return [...new Set([...before.jointVisitFactors, ...(record.jointVisitFactors ?? []), ...threatened])];
}

function hasReportableIncident({ record: { incidents } }: VisitSituation): boolean {
  if (incidents == null) return false;
  const { publicOrder, crime, selfHarm, suicideAttempt } = incidents;
  return [publicOrder, crime, selfHarm, suicideAttempt].some((count) => (count ?? 0) > 0);
}
