import type { BasicStep, CaseStatus, Stability } from '#domain';

/** A row of `smi_case` as PostgreSQL answers it: dates are texts, ciphertext is a buffer. */
export interface CaseRow extends CaseStateRow {
  county: string;
  org: string;
  person_id: string;
  case_no: string;
  diagnosis: string;
  diagnosis_group: string;
  secondary_diagnosis: string | null;
  psychotic_symptoms: boolean | null;
  report_type: string;
  diagnosed_on: string;
  file_built_on: string;
  first_onset: string | null;
  first_treated: string | null;
  guardian_relation: string | null;
  guardian: Buffer | null;
  article30: boolean;
  in_rehabilitation: boolean;
  guardianship_group: boolean;
  consent_decision: 'agreed' | 'declined' | null;
  consent_on: string | null;
  consent_signer: string | null;
  consent_reask_on: string | null;
  exams: string[];
  sealed_name: string;
  sex: string;
  birth_date: string | null;
  residence_org: string | null;
  person_died_on: string | null;
}

/** A further dated check beside the next visit, e.g. of a side effect (N13). */
export interface DatedCheckRow {
  kind: string;
  due_on: string;
}

/** What a visit changes. */
export interface CaseStateRow {
  id: string;
  status: CaseStatus;
  stability: Stability | null;
  risk_level: number | null;
  /** Day of the latest complete record. */
  last_visit_on: string | null;
  step: BasicStep;
  failed_attempts: string[];
  confinement_seen: boolean;
  offence_seen: boolean;
  joint_visit_factors: string[];
  /** Whether a psychiatrist has answered on art. 30 since the last finding that asks. */
  article30_reviewed: boolean;
  next_due_on: string | null;
  open_actions: string[];
  /** Since when the actions are open. */
  actions_on: string | null;
  checks: DatedCheckRow[];
  death_date: string | null;
  lost_on: string | null;
  closed_on: string | null;
  version: number;
}

/** Columns a visit changes, in the order of the update. */
export const STATE_COLUMNS = [
  'status',
  'stability',
  'risk_level',
  'last_visit_on',
  'step',
  'failed_attempts',
  'confinement_seen',
  'offence_seen',
  'joint_visit_factors',
  'article30_reviewed',
  'next_due_on',
  'open_actions',
  'actions_on',
  'checks',
  'death_date',
  'lost_on',
  'closed_on',
  'version',
] as const satisfies readonly (keyof CaseStateRow)[];

const IDENTITY_COLUMNS = [
  'id',
  'county',
  'org',
  'person_id',
  'case_no',
  'diagnosis',
  'diagnosis_group',
  'secondary_diagnosis',
  'psychotic_symptoms',
  'report_type',
  'diagnosed_on',
  'file_built_on',
  'first_onset',
  'first_treated',
  'guardian_relation',
  'guardian',
  'article30',
  'in_rehabilitation',
  'guardianship_group',
  'consent_decision',
  'consent_on',
  'consent_signer',
  'consent_reask_on',
  'exams',
  'sealed_name',
  'sex',
  'birth_date',
  'residence_org',
  'person_died_on',
] as const satisfies readonly (keyof CaseRow)[];

/** Every column of a case but the two instants. */
export const CASE_COLUMNS = [...IDENTITY_COLUMNS, ...STATE_COLUMNS] as const;

/** `c.id, c.county, …`; arrays of dates as texts, because the driver leaves them unread. */
export const CASE_SELECT = CASE_COLUMNS.map((column) =>
  column === 'exams' || column === 'failed_attempts' ? `c.${column}::text[] as ${column}` : `c.${column}`,
).join(', ');

/** Statuses of a case that counts as 在册: `isRegistered` as SQL wants it. */
export const ACTIVE_STATUSES: readonly CaseStatus[] = ['registered', 'lost', 'in_hospital'];
