import type { IsoDate } from '../kernel/iso-date.js';

/** An optional field of the record: null and absent mean the same. */
type Optional<Value> = Value | null | undefined;

/** 社会功能, five items (smi.md 3.3 items 13–17). */
export interface SocialFunction {
  readonly selfCare?: Optional<number>;
  readonly housework?: Optional<number>;
  readonly work?: Optional<number>;
  readonly study?: Optional<number>;
  readonly social?: Optional<number>;
}

/** 危险行为, counts since the previous visit (smi.md 3.3 item 18). */
export interface Incidents {
  readonly minorDisturbance?: Optional<number>;
  readonly publicOrder?: Optional<number>;
  readonly crime?: Optional<number>;
  readonly otherHarm?: Optional<number>;
  readonly selfHarm?: Optional<number>;
  readonly suicideAttempt?: Optional<number>;
  /** 7无 ticked; absent = derived from the counts. */
  readonly none?: Optional<boolean>;
}

/** One row of 用药情况 or 用药指导 (smi.md 3.3 items 27, 28). */
export interface Medication {
  readonly drug: string;
  readonly spec?: Optional<string>;
  readonly longActing?: Optional<boolean>;
  readonly morningMg?: Optional<number>;
  readonly noonMg?: Optional<number>;
  readonly eveningMg?: Optional<number>;
  /** Long-acting only: "week" or "month". */
  readonly every?: Optional<string>;
  readonly times?: Optional<number>;
  readonly doseMg?: Optional<number>;
}

/**
 * 随访服务记录表 (表1-8), one record in the names of the REST body (smi.md 3.3). Numbers are the form's own codes. The decoded
 * protobuf message and the JSON body both fit this type; {@link assessFollowUp} checks every value.
 */
export interface FollowUpRecord {
  readonly visitedOn: IsoDate;
  readonly form: number;
  readonly contacts?: Optional<readonly number[]>;
  /** "failed": nobody was met. */
  readonly attempt?: Optional<string>;
  readonly lossReason?: Optional<number>;
  readonly lossReasonText?: Optional<string>;
  readonly deathDate?: Optional<IsoDate>;
  readonly deathCause?: Optional<number>;
  readonly deathCauseDetail?: Optional<number>;
  readonly riskLevel?: Optional<number>;
  /** Why a grade below 4 is right although self-harm was recorded (V5). */
  readonly riskLevelReason?: Optional<string>;
  readonly symptoms?: Optional<readonly number[]>;
  readonly symptomsText?: Optional<string>;
  readonly symptomSeverity?: Optional<number>;
  readonly insight?: Optional<number>;
  readonly sleep?: Optional<number>;
  readonly diet?: Optional<number>;
  readonly socialFunction?: Optional<SocialFunction>;
  readonly incidents?: Optional<Incidents>;
  readonly confinement?: Optional<number>;
  readonly hospitalisation?: Optional<number>;
  readonly lastDischargeOn?: Optional<IsoDate>;
  readonly labTests?: Optional<{ readonly done: number; readonly items?: Optional<string> }>;
  readonly adherence?: Optional<number>;
  readonly adverseReaction?: Optional<{
    readonly present: number;
    readonly severity?: Optional<number>;
    readonly text?: Optional<string>;
  }>;
  readonly effect?: Optional<number>;
  readonly physicalIllness?: Optional<number>;
  readonly otherAbnormality?: Optional<boolean>;
  readonly tendingToStable?: Optional<boolean>;
  /** "pregnant", "planning" or "breast_feeding" (N14). */
  readonly pregnancy?: Optional<string>;
  readonly referral?: Optional<{
    readonly made: boolean;
    readonly reason?: Optional<string>;
    readonly institution?: Optional<string>;
  }>;
  /** The patient was referred but not admitted (N7). */
  readonly admissionRefused?: Optional<boolean>;
  /** Reasons for visiting jointly with the village committee and the police (N8). */
  readonly jointVisitFactors?: Optional<readonly string[]>;
  /** The patient is leaving or has left the district (N18). */
  readonly leavingDistrict?: Optional<boolean>;
  readonly medications?: Optional<readonly Medication[]>;
  readonly medicationGuidance?: Optional<readonly Medication[]>;
  readonly rehabilitation?: Optional<readonly number[]>;
  readonly rehabilitationText?: Optional<string>;
  /** 1 unstable, 2 basically stable, 3 stable; absent = the computed one. */
  readonly stability?: Optional<number>;
  readonly stabilityReason?: Optional<string>;
  readonly nextDueOn?: Optional<IsoDate>;
  readonly remark?: Optional<string>;
}

/** What a record reports. A patient in hospital is a visit with hospitalisation 1. */
export type FollowUpKind = 'visit' | 'attempt' | 'loss' | 'death';
