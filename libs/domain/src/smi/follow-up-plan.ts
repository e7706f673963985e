import type { IsoDate } from '../kernel/iso-date.js';
import type { SmiCaseState, Stability } from './case-state.js';
import type { FollowUpKind } from './follow-up-record.js';
import type { SmiRefusal, SmiWarning } from './smi-problem.js';

/** Rules of smi.md 4.2 that classify a record. */
export type ClassRuleId = 'K0' | 'K1' | 'K2' | 'K3a' | 'K3b' | 'K3c' | 'K3d' | 'K3e' | 'K4' | 'K5a' | 'K5b' | 'K5c';

/** Rules of smi.md 4.3 that set dates and actions. */
export type PlanRuleId =
  | 'N1'
  | 'N2'
  | 'N3'
  | 'N4'
  | 'N5'
  | 'N6'
  | 'N7'
  | 'N-A'
  | 'N8'
  | 'N9'
  | 'N10'
  | 'N11'
  | 'N12'
  | 'N13'
  | 'N14'
  | 'N15'
  | 'N16'
  | 'N17'
  | 'N18'
  | 'N19'
  | 'N20';

/** Any rule that may stand in `rules`. */
export type SmiRuleId = ClassRuleId | PlanRuleId;

/** Mandatory actions, the closed list of the REST contract. */
export type SmiActionCode =
  | 'continue_plan'
  | 'judge_cause'
  | 'contact_psychiatrist'
  | 'specialist_guidance'
  | 'refer_now'
  | 'check_referral'
  | 'notify_police'
  | 'inform_care_group'
  | 'joint_visit'
  | 'emergency_record'
  | 'side_effect_check'
  | 'obstetric_co_management'
  | 'retry_visit'
  | 'report_lost'
  | 'hold'
  | 'close_file';

/** Reasons to open an emergency record (smi.md 7.4). */
export type EmergencyTrigger = 'E1' | 'E2' | 'E4';

/** Dated duties beside the next visit. */
export type DatedCheckKind =
  | 'side_effect_check'
  | 'check_referral'
  | 'incident_report'
  | 'report_upper_unit'
  | 'search_lost_patient'
  | 'article30_review'
  | 'consent_reask';

/** A duty with its day. */
export interface DatedCheck {
  readonly kind: DatedCheckKind;
  readonly dueOn: IsoDate;
}

/** What the rules of smi.md 4 compute from a record. */
export interface ComputedPlan {
  /** The class of 4.2 before the doctor's own; null for K0–K2 and failed attempts. */
  readonly stability: Stability | null;
  /** The latest day the next visit may take place; null = none is due. */
  readonly nextDueOn: IsoDate | null;
  /** The rules that decided, the class rule first. An interval rule overruled by an earlier date (N20) is left out. */
  readonly rules: readonly SmiRuleId[];
  readonly actions: readonly SmiActionCode[];
  readonly checks: readonly DatedCheck[];
  readonly emergencyTriggers: readonly EmergencyTrigger[];
}

/** The judgement on one record. With refusals nothing is computed and nothing may be stored. */
export interface FollowUpAssessment {
  readonly refusals: readonly SmiRefusal[];
  readonly warnings: readonly SmiWarning[];
  /** Null while the shape is refused. */
  readonly kind: FollowUpKind | null;
  /** Complete follow-up (smi.md 2.9). */
  readonly complete: boolean;
  readonly computed: ComputedPlan | null;
  /** The class the record is stored with: the doctor's, else the computed one. */
  readonly stability: Stability | null;
  /** The day the next visit is due: the doctor's (earlier), else the computed one. */
  readonly nextDueOn: IsoDate | null;
  readonly nextCaseState: SmiCaseState | null;
}
