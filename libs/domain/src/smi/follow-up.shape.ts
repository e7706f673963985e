import { defineCodes } from '../kernel/code-list.js';
import type { FollowUpRecord } from './follow-up-record.js';
import {
  DEATH_CAUSES,
  DEATH_CAUSE_DETAILS,
  FOLLOW_UP_CONTACTS,
  FOLLOW_UP_FORMS,
  INSIGHTS,
  LOSS_REASONS,
  RISK_LEVELS,
  SYMPTOMS,
  SYMPTOM_SEVERITIES,
  THREE_GRADES,
  WORK_GRADES,
} from './follow-up.codes.js';
import type { FieldShape, FieldShapes } from './record-shape.js';
import type { SmiPolicy } from './smi-policy.js';
import {
  ADHERENCES,
  ADVERSE_REACTIONS,
  CONFINEMENTS,
  EFFECTS,
  HOSPITALISATIONS,
  JOINT_VISIT_FACTORS,
  LONG_ACTING_INTERVALS,
  NO_YES,
  PHYSICAL_ILLNESSES,
  PREGNANCIES,
  REACTION_SEVERITIES,
  REHABILITATIONS,
  STABILITIES,
} from './treatment.codes.js';

/** Most a counter of the form can hold (smi.md 3.3 item 18). */
export const INCIDENT_MAX = 99;

const date: FieldShape = { kind: 'date' };
const flag: FieldShape = { kind: 'flag' };
const shortText: FieldShape = { kind: 'text', max: 200 };
const longText: FieldShape = { kind: 'text', max: 2000 };
const incident: FieldShape = { kind: 'count', max: INCIDENT_MAX };
const dose: FieldShape = { kind: 'amount', max: 100_000 };
const code = (list: Extract<FieldShape, { kind: 'code' }>['list']): FieldShape => ({ kind: 'code', list });
const codes = (list: Extract<FieldShape, { kind: 'codes' }>['list']): FieldShape => ({ kind: 'codes', list });

/** 用药情况 (item 27). */
const MEDICATION: FieldShapes = {
  drug: { kind: 'text', max: 100 },
  spec: { kind: 'text', max: 100 },
  longActing: flag,
  morningMg: dose,
  noonMg: dose,
  eveningMg: dose,
  every: code(LONG_ACTING_INTERVALS),
  times: { kind: 'count', max: 99 },
  doseMg: dose,
};

const SOCIAL_FUNCTION: FieldShapes = {
  selfCare: code(THREE_GRADES),
  housework: code(THREE_GRADES),
  work: code(WORK_GRADES),
  study: code(THREE_GRADES),
  social: code(THREE_GRADES),
};

const INCIDENTS: FieldShapes = {
  minorDisturbance: incident,
  publicOrder: incident,
  crime: incident,
  otherHarm: incident,
  selfHarm: incident,
  suicideAttempt: incident,
  none: flag,
};

const FIELDS: Readonly<Record<Exclude<keyof FollowUpRecord, 'medications' | 'medicationGuidance'>, FieldShape>> = {
  visitedOn: date,
  form: code(FOLLOW_UP_FORMS),
  contacts: codes(FOLLOW_UP_CONTACTS),
  attempt: code(defineCodes([['failed', '未访到', 'Nobody was met']])),
  lossReason: code(LOSS_REASONS),
  lossReasonText: shortText,
  deathDate: date,
  deathCause: code(DEATH_CAUSES),
  deathCauseDetail: code(DEATH_CAUSE_DETAILS),
  riskLevel: code(RISK_LEVELS),
  riskLevelReason: shortText,
  symptoms: codes(SYMPTOMS),
  symptomsText: shortText,
  symptomSeverity: code(SYMPTOM_SEVERITIES),
  insight: code(INSIGHTS),
  sleep: code(THREE_GRADES),
  diet: code(THREE_GRADES),
  socialFunction: { kind: 'object', fields: SOCIAL_FUNCTION },
  incidents: { kind: 'object', fields: INCIDENTS },
  confinement: code(CONFINEMENTS),
  hospitalisation: code(HOSPITALISATIONS),
  lastDischargeOn: date,
  labTests: { kind: 'object', fields: { done: code(NO_YES), items: longText } },
  adherence: code(ADHERENCES),
  adverseReaction: {
    kind: 'object',
    fields: { present: code(ADVERSE_REACTIONS), severity: code(REACTION_SEVERITIES), text: shortText },
  },
  effect: code(EFFECTS),
  physicalIllness: code(PHYSICAL_ILLNESSES),
  otherAbnormality: flag,
  tendingToStable: flag,
  pregnancy: code(PREGNANCIES),
  referral: { kind: 'object', fields: { made: flag, reason: shortText, institution: shortText } },
  admissionRefused: flag,
  jointVisitFactors: codes(JOINT_VISIT_FACTORS),
  leavingDistrict: flag,
  rehabilitation: codes(REHABILITATIONS),
  rehabilitationText: shortText,
  stability: code(STABILITIES),
  stabilityReason: shortText,
  nextDueOn: date,
  remark: longText,
};

/** The shape of a follow-up record, one entry a field of 表1-8 (smi.md 3.3). */
export function followUpShape(policy: SmiPolicy): FieldShapes {
  const rows: FieldShape = { kind: 'rows', fields: MEDICATION, max: policy.medicationRows };
  return { ...FIELDS, medications: rows, medicationGuidance: rows };
}
