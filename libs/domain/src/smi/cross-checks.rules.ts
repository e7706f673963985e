import type { FollowUpRecord } from './follow-up-record.js';
import { missing } from './follow-up-kind.rules.js';
import type { RecordContext } from './follow-up-dates.rules.js';
import type { SmiCode, SmiRefusal, SmiWarning } from './smi-problem.js';

/** One line of the table of cross-field checks (smi.md 3.3). */
export interface CrossCheck {
  /** V1–V11, or the item of the form. */
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly field: string;
  readonly code: SmiCode;
  /** True when the record is at fault. */
  readonly fails: (record: FollowUpRecord, context: RecordContext) => boolean;
}

/**
 * The cross-field checks of a visit. V2 and V11 lie with the kinds and the dates of records; V9 and V10 need the computed plan
 * (stability-override.rules.ts).
 */
export const CROSS_CHECKS: readonly CrossCheck[] = [
  {
    rule: 'V1',
    level: 'error',
    field: 'incidents.none',
    code: 'SMI.FOLLOW_UP.INCIDENTS_NONE_MISMATCH',
    fails: ({ incidents }) => incidents?.none != null && incidents.none !== (countOf(incidents) === 0),
  },
  {
    rule: 'V3',
    level: 'error',
    field: 'lastDischargeOn',
    code: 'SMI.FOLLOW_UP.DISCHARGE_DATE_MISSING',
    fails: (record) => record.hospitalisation === 2 && record.lastDischargeOn == null,
  },
  {
    rule: '3.3 item 21',
    level: 'error',
    field: 'lastDischargeOn',
    code: 'SMI.FOLLOW_UP.DISCHARGE_DATE_UNEXPECTED',
    fails: (record) => record.hospitalisation !== 2 && record.lastDischargeOn != null,
  },
  {
    rule: 'V4',
    level: 'error',
    field: 'medications',
    code: 'SMI.FOLLOW_UP.MEDICATION_WITHOUT_NEED',
    fails: (record) => record.adherence === 4 && rowsOf(record) > 0,
  },
  {
    rule: 'V4',
    level: 'warning',
    field: 'medications',
    code: 'SMI.FOLLOW_UP.MEDICATION_MISSING',
    fails: (record) => (record.adherence === 1 || record.adherence === 2) && rowsOf(record) === 0,
  },
  {
    rule: 'V5',
    level: 'error',
    field: 'riskLevel',
    code: 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM',
    fails: (record, { policy }) =>
      record.riskLevel != null &&
      record.riskLevel < policy.selfHarmRiskLevel &&
      selfHarmOf(record) > 0 &&
      (!policy.selfHarmReasonAdmitsLowerRisk || isBlank(record.riskLevelReason)),
  },
  {
    rule: 'V6',
    level: 'error',
    field: 'riskLevel',
    code: 'SMI.FOLLOW_UP.RISK_ZERO_WITH_INCIDENT',
    fails: (record) => record.riskLevel === 0 && offencesOf(record) > 0,
  },
  {
    rule: 'V7',
    level: 'warning',
    field: 'riskLevel',
    code: 'SMI.FOLLOW_UP.RISK_ZERO_WITH_VIOLENT_SYMPTOM',
    fails: (record) => record.riskLevel === 0 && (record.symptoms ?? []).includes(7),
  },
  {
    rule: 'V8',
    level: 'info',
    field: 'contacts',
    code: 'SMI.FOLLOW_UP.PATIENT_NOT_SEEN',
    fails: (record) => (record.form === 1 || record.form === 2) && !(record.contacts ?? []).includes(1),
  },
  {
    rule: '3.3 item 19',
    level: 'warning',
    field: 'confinement',
    code: 'SMI.FOLLOW_UP.CONFINEMENT_NOT_RECORDED',
    fails: (record, { caseState }) => record.confinement === 3 && !caseState.confinementSeen,
  },
  {
    rule: '3.3 item 24',
    level: 'warning',
    field: 'adverseReaction.present',
    code: 'SMI.FOLLOW_UP.REACTION_NOT_APPLICABLE',
    fails: (record) => record.adverseReaction?.present === 9 && record.adherence !== 3 && record.adherence !== 4,
  },
  {
    rule: '3.3 item 34',
    level: 'warning',
    field: 'symptomSeverity',
    code: 'SMI.FOLLOW_UP.SYMPTOMS_WITHOUT_SEVERITY',
    fails: (record) => record.symptomSeverity === 0 && (record.symptoms ?? []).length > 0,
  },
];

/** Texts and details a code demands (items 9, 22, 24, 26, 29). */
const DETAILS: readonly { readonly when: (record: FollowUpRecord) => boolean; readonly needs: readonly string[] }[] = [
  { when: (record) => (record.symptoms ?? []).includes(12), needs: ['symptomsText'] },
  { when: (record) => record.labTests?.done === 2, needs: ['labTests.items'] },
  {
    when: (record) => record.adverseReaction?.present === 2,
    needs: ['adverseReaction.severity', 'adverseReaction.text'],
  },
  { when: (record) => record.referral?.made === true, needs: ['referral.reason', 'referral.institution'] },
  { when: (record) => (record.rehabilitation ?? []).includes(5), needs: ['rehabilitationText'] },
];

/** Runs the table and the details over a visit. */
export function crossCheck(
  record: FollowUpRecord,
  context: RecordContext,
): { readonly refusals: SmiRefusal[]; readonly warnings: SmiWarning[] } {
  const failed = CROSS_CHECKS.filter((check) => check.fails(record, context));
  const details = DETAILS.filter(({ when }) => when(record)).flatMap(({ needs }) => missing(record, needs));
  return {
    refusals: [
      ...details,
      ...failed.filter(({ level }) => level === 'error').map(({ field, code, rule }) => ({ field, code, rule })),
    ],
    warnings: failed.flatMap(({ field, code, rule, level }) =>
      level === 'error' ? [] : [{ field, code, rule, level }],
    ),
  };
}

function countOf(incidents: NonNullable<FollowUpRecord['incidents']>): number {
  const { minorDisturbance, publicOrder, crime, otherHarm, selfHarm, suicideAttempt } = incidents;
  const counts = [minorDisturbance, publicOrder, crime, otherHarm, selfHarm, suicideAttempt];
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function offencesOf({ incidents }: FollowUpRecord): number {
  return (incidents?.publicOrder ?? 0) + (incidents?.crime ?? 0);
}

function selfHarmOf({ incidents }: FollowUpRecord): number {
  return (incidents?.selfHarm ?? 0) + (incidents?.suicideAttempt ?? 0);
}

function rowsOf(record: FollowUpRecord): number {
  return record.medications?.length ?? 0;
}

function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}
