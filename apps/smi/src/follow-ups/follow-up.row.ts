import type { DatedCheckRow } from '../cases/case.row.js';

/** One drug of a follow-up, as the JSON columns hold it. */
export interface MedicationRow {
  drug: string;
  spec: string | null;
  longActing: boolean;
  morningMg: number | null;
  noonMg: number | null;
  eveningMg: number | null;
  every: string | null;
  times: number | null;
  doseMg: number | null;
}

/** The free texts of a record, sealed together in the column `texts`. */
export interface FollowUpTexts {
  lossReason?: string;
  symptoms?: string;
  labItems?: string;
  adverseReaction?: string;
  referralReason?: string;
  referralInstitution?: string;
  rehabilitation?: string;
  stabilityReason?: string;
  riskLevelReason?: string;
  remark?: string;
}

/** The answers to the form's items. */
export interface FollowUpAnswersRow {
  visited_on: string;
  form: number;
  contacts: number[];
  loss_reason: number | null;
  death_date: string | null;
  death_cause: number | null;
  death_cause_detail: number | null;
  risk_level: number | null;
  symptoms: number[];
  symptom_severity: number | null;
  insight: number | null;
  sleep: number | null;
  diet: number | null;
  self_care: number | null;
  housework: number | null;
  work: number | null;
  study: number | null;
  social: number | null;
  minor_disturbance: number | null;
  public_order: number | null;
  crime: number | null;
  other_harm: number | null;
  self_harm: number | null;
  suicide_attempt: number | null;
  no_incident: boolean | null;
  confinement: number | null;
  hospitalisation: number | null;
  last_discharge_on: string | null;
  lab_tests: number | null;
  adherence: number | null;
  adverse_reaction: number | null;
  adverse_severity: number | null;
  effect: number | null;
  physical_illness: number | null;
  other_abnormality: boolean | null;
  tending_to_stable: boolean | null;
  pregnancy: string | null;
  referral_made: boolean | null;
  medications: MedicationRow[];
  medication_guidance: MedicationRow[];
  rehabilitation: number[];
  admission_refused: boolean | null;
  joint_visit_factors: string[];
  leaving_district: boolean | null;
  entered_stability: number | null;
  entered_next_due_on: string | null;
}

/** A row of `follow_up`; bytes are written as PostgreSQL's hex text, because rows travel as JSON. */
export interface FollowUpRow extends FollowUpAnswersRow {
  id: string;
  county: string;
  case_id: string;
  org: string;
  kind: string;
  complete: boolean;
  texts: string | null;
  stability: number | null;
  next_due_on: string | null;
  due_on_before: string | null;
  rules: string[];
  actions: string[];
  checks: DatedCheckRow[];
  content_digest: string;
  version: number;
  recorded_at: string;
  recorded_by: string;
}

/** Every column, in the order of the insert. */
export const FOLLOW_UP_COLUMNS = [
  'id',
  'county',
  'case_id',
  'org',
  'kind',
  'complete',
  'visited_on',
  'form',
  'contacts',
  'loss_reason',
  'death_date',
  'death_cause',
  'death_cause_detail',
  'risk_level',
  'symptoms',
  'symptom_severity',
  'insight',
  'sleep',
  'diet',
  'self_care',
  'housework',
  'work',
  'study',
  'social',
  'minor_disturbance',
  'public_order',
  'crime',
  'other_harm',
  'self_harm',
  'suicide_attempt',
  'no_incident',
  'confinement',
  'hospitalisation',
  'last_discharge_on',
  'lab_tests',
  'adherence',
  'adverse_reaction',
  'adverse_severity',
  'effect',
  'physical_illness',
  'other_abnormality',
  'tending_to_stable',
  'pregnancy',
  'referral_made',
  'medications',
  'medication_guidance',
  'rehabilitation',
  'admission_refused',
  'joint_visit_factors',
  'leaving_district',
  'entered_stability',
  'entered_next_due_on',
  'texts',
  'stability',
  'next_due_on',
  'due_on_before',
  'rules',
  'actions',
  'checks',
  'content_digest',
  'version',
  'recorded_at',
  'recorded_by',
] as const satisfies readonly (keyof FollowUpRow)[];
