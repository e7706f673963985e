import type { EvidenceMark, SourceKey } from '../kernel/evidence.js';

/** One configurable figure of the SMI rules. */
export interface PolicyParameter<Value extends number | boolean = number | boolean> {
  readonly value: Value;
  readonly unit: 'days' | 'working days' | 'months' | 'hours' | 'times' | 'grade' | 'rows' | 'yes/no';
  readonly mark: EvidenceMark;
  /** The clause of smi.md it implements. */
  readonly clause: string;
  /** The public document behind it. */
  readonly source: SourceKey;
}

const number = (
  value: number,
  unit: PolicyParameter['unit'],
  mark: EvidenceMark,
  clause: string,
  source: SourceKey = 'platform',
): PolicyParameter<number> => ({ value, unit, mark, clause, source });
const flag = (
  value: boolean,
  mark: EvidenceMark,
  clause: string,
  source: SourceKey = 'platform',
): PolicyParameter<boolean> => ({ value, unit: 'yes/no', mark, clause, source });

/** Every figure of the rules with its default, evidence and clause; the admin page and the documents are made from it. */
export const SMI_POLICY_PARAMETERS = {
  stableMonths: number(3, 'months', 'C', 'N1', 'basicServices'),
  basicFirstDays: number(14, 'days', 'M', 'N2', 'workRules'),
  basicTendingMonths: number(3, 'months', 'M', 'N3', 'workRules'),
  basicGuidanceMonths: number(1, 'months', 'M', 'N4, N5', 'workRules'),
  unstableDays: number(14, 'days', 'C', 'N6, N7', 'basicServices'),
  policeRiskLevel: number(3, 'grade', 'C', 'N-A, N18', 'workRules'),
  emergencyRiskLevel: number(4, 'grade', 'P', '7.4 E1, E2'),
  jointVisitUnstableDays: number(7, 'days', 'P', 'N8'),
  jointVisitOtherDays: number(14, 'days', 'P', 'N8'),
  afterDischargeWorkingDays: number(10, 'working days', 'M', 'N9, D7', 'workRules'),
  newFileWorkingDays: number(10, 'working days', 'M', 'N10, D7', 'workRules'),
  retryDays: number(14, 'days', 'M', 'N11', 'workRules'),
  lossFailures: number(3, 'times', 'M', '2.8', 'workRules'),
  lossSpreadMonths: number(1, 'months', 'M', '2.8', 'workRules'),
  searchEveryDays: number(7, 'days', 'P', 'N12'),
  sideEffectCheckDays: number(14, 'days', 'P', 'N13'),
  pregnancyMonths: number(1, 'months', 'P', 'N14'),
  consentReaskMonths: number(12, 'months', 'C', 'N15, D13', 'workRules'),
  capMonths: number(3, 'months', 'C', 'N17', 'basicServices'),
  movedInDays: number(14, 'days', 'L', 'N19, D18', 'localRules'),
  referralCheckDays: number(14, 'days', 'C', 'N6, D10', 'basicServices'),
  article30ReviewWorkingDays: number(5, 'working days', 'P', '2.6'),
  article30ReviewRiskLevel: number(3, 'grade', 'P', '2.6'),
  refuseVisitsWhenDeclined: flag(true, 'C', '2.6', 'mentalHealthLaw'),
  selfHarmRiskLevel: number(4, 'grade', 'C', 'V5', 'workRules'),
  selfHarmReasonAdmitsLowerRisk: flag(true, 'P', 'V5'),
  milderClassNeedsReason: flag(true, 'P', 'V9'),
  medicationRows: number(6, 'rows', 'I', '3.3 item 27', 'recordSystems'),
  singleManicEpisode: flag(false, 'M', '1.1 code 04', 'workRules'),
  reportCardWorkingDays: number(10, 'working days', 'C', 'D1', 'reporting'),
  paperCardWorkingDays: number(10, 'working days', 'C', 'D2', 'reporting'),
  countyEntryWorkingDays: number(5, 'working days', 'C', 'D2', 'reporting'),
  dischargeSlipWorkingDays: number(10, 'working days', 'C', 'D3', 'reporting'),
  cardCorrectionWorkingDays: number(10, 'working days', 'P', 'D4'),
  countyAuditWorkingDays: number(5, 'working days', 'M', 'D5', 'workRules'),
  fileBuildingWorkingDays: number(10, 'working days', 'M', 'D6', 'workRules'),
  firstVisitWorkingDays: number(10, 'working days', 'M', 'D7', 'workRules'),
  followUpEntryWorkingDays: number(10, 'working days', 'M', 'D8', 'workRules'),
  emergencyRecordHours: number(24, 'hours', 'C', 'D9', 'workRules'),
  visitsPerYear: number(4, 'times', 'C', '5', 'basicServices'),
  reminderEarlyDays: number(7, 'days', 'P', '0.3'),
  reminderLateDays: number(3, 'days', 'P', '0.3'),
  clueThreshold: number(1, 'times', 'P', '2.2'),
} as const satisfies Record<string, PolicyParameter>;

/** The figures the rules are computed with. */
export type SmiPolicy = {
  readonly [Key in keyof typeof SMI_POLICY_PARAMETERS]: (typeof SMI_POLICY_PARAMETERS)[Key]['value'];
};

/** The figures of the national texts and of smi.md. */
export const DEFAULT_SMI_POLICY: SmiPolicy = smiPolicy({});

/** The default figures with a region's own in their place. */
export function smiPolicy(own: Partial<SmiPolicy>): SmiPolicy {
  const defaults = Object.fromEntries(
    Object.entries(SMI_POLICY_PARAMETERS).map(([key, parameter]) => [key, parameter.value]),
  );
  return { ...defaults, ...own } as SmiPolicy;
}
