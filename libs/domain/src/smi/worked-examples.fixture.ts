import type { SmiCaseState } from './case-state.js';
import type { FollowUpRecord } from './follow-up-record.js';

/** One worked example of smi.md 4.4: what differs from the default input, and what must come out. */
export interface WorkedVisit {
  readonly id: string;
  readonly says: string;
  readonly on?: string;
  readonly record?: Partial<FollowUpRecord>;
  readonly before?: Partial<SmiCaseState>;
  readonly stability: 1 | 2 | 3;
  readonly due: string;
  readonly rules: string;
  readonly actions: string;
  readonly checks?: readonly { kind: string; dueOn: string }[];
  readonly emergency?: readonly string[];
}

const social = (own: Record<string, number>) => ({ selfCare: 1, housework: 1, work: 1, study: 1, social: 1, ...own });
/** Counts of dangerous behaviour, 0 unless given. */
export const incidents = (own: Record<string, number>) => ({
  ...{ minorDisturbance: 0, publicOrder: 0, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 },
  ...own,
});
const afterW4: Partial<SmiCaseState> = { lastVisitOn: '2026-03-02', stability: 2, step: 'two_week_revisit' };
const JUDGE = 'judge_cause contact_psychiatrist';

/** The worked examples that are plain visits; W18–W22 and W24 lie in the spec. */
export const WORKED_VISITS: readonly WorkedVisit[] = [
  { id: 'W1', says: 'nothing special', stability: 3, due: '2026-06-02', rules: 'K4 N1', actions: 'continue_plan' },
  {
    id: 'W2',
    says: 'the date is clamped to the end of April',
    on: '2026-01-31',
    stability: 3,
    due: '2026-04-30',
    rules: 'K4 N1',
    actions: 'continue_plan',
  },
  {
    id: 'W3',
    says: '一般 still counts as stable',
    on: '2026-11-30',
    record: { socialFunction: social({ social: 2 }) },
    stability: 3,
    due: '2027-02-28',
    rules: 'K4 N1',
    actions: 'continue_plan',
  },
  {
    id: 'W4',
    says: 'symptoms and partial insight',
    record: { symptoms: [3], symptomSeverity: 1, insight: 2 },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5b N2',
    actions: JUDGE,
  },
  {
    id: 'W5',
    says: 'after W4, tending to stable',
    on: '2026-03-16',
    record: { insight: 2, tendingToStable: true },
    before: afterW4,
    stability: 2,
    due: '2026-06-16',
    rules: 'K5b N3',
    actions: 'continue_plan',
  },
  {
    id: 'W6',
    says: 'after W4, not tending to stable',
    on: '2026-03-16',
    record: { symptoms: [3], symptomSeverity: 1, insight: 2, tendingToStable: false },
    before: afterW4,
    stability: 2,
    due: '2026-04-16',
    rules: 'K5b N4',
    actions: 'specialist_guidance',
  },
  {
    id: 'W7',
    says: 'grade 1 is a threat to others',
    record: { riskLevel: 1 },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5a N2 N8',
    actions: `${JUDGE} joint_visit`,
  },
  {
    id: 'W8',
    says: 'grade 2',
    record: { riskLevel: 2 },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5a N2',
    actions: JUDGE,
  },
  {
    id: 'W9',
    says: 'only 社会人际交往 is poor',
    record: { socialFunction: social({ social: 3 }) },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5b N2',
    actions: JUDGE,
  },
  {
    id: 'W10',
    says: '9 is ignored, the 3 counts',
    record: { socialFunction: social({ study: 3, work: 9 }) },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5b N2',
    actions: JUDGE,
  },
  {
    id: 'W11',
    says: 'grade 3',
    record: { riskLevel: 3 },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3a N6 N-A',
    actions: 'refer_now notify_police inform_care_group',
  },
  {
    id: 'W12',
    says: 'insight lacking, otherwise perfect',
    record: { insight: 3 },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3c N6',
    actions: 'refer_now',
  },
  {
    id: 'W13',
    says: 'severe adverse reaction',
    record: { adverseReaction: { present: 2, severity: 2, text: '急性肌张力障碍' } },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3d N6 N13',
    actions: 'refer_now contact_psychiatrist emergency_record',
    emergency: ['E4'],
  },
  {
    id: 'W14',
    says: 'mild adverse reaction',
    record: { adverseReaction: { present: 2, severity: 1, text: '手抖' } },
    stability: 3,
    due: '2026-06-02',
    rules: 'K4 N1 N13',
    actions: 'continue_plan contact_psychiatrist side_effect_check',
    checks: [{ kind: 'side_effect_check', dueOn: '2026-03-16' }],
  },
  {
    id: 'W15',
    says: 'severe physical disease',
    record: { physicalIllness: 3 },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3e N6',
    actions: 'refer_now',
  },
  {
    id: 'W16',
    says: 'unstable physical disease',
    record: { physicalIllness: 2 },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5c N2',
    actions: JUDGE,
  },
  {
    id: 'W17',
    says: 'grade 4 with self-harm, admission refused',
    record: { riskLevel: 4, incidents: incidents({ selfHarm: 1 }), admissionRefused: true },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3a N7 N-A',
    actions: 'contact_psychiatrist joint_visit inform_care_group notify_police emergency_record',
    checks: [{ kind: 'incident_report', dueOn: '2026-03-02' }],
    emergency: ['E1'],
  },
  {
    id: 'W23',
    says: 'declined, but art. 30 ¶2(2) applies',
    record: { riskLevel: 1 },
    before: { consent: 'declined', article30: true },
    stability: 2,
    due: '2026-03-16',
    rules: 'K5a N2 N16',
    actions: `${JUDGE} joint_visit`,
  },
  {
    id: 'W25',
    says: 'pregnant',
    record: { pregnancy: 'pregnant' },
    stability: 3,
    due: '2026-04-02',
    rules: 'K4 N14 N20',
    actions: 'continue_plan contact_psychiatrist obstetric_co_management',
  },
  {
    id: 'W26',
    says: 'marked symptoms',
    record: { symptoms: [1], symptomSeverity: 2, insight: 2 },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3b N6',
    actions: 'refer_now',
  },
  {
    id: 'W27',
    says: 'a knife at the own throat is grade 4',
    record: { riskLevel: 4, symptoms: [8], symptomSeverity: 1 },
    stability: 1,
    due: '2026-03-16',
    rules: 'K3a N6 N-A',
    actions: 'refer_now notify_police inform_care_group emergency_record',
    emergency: ['E1'],
  },
];
