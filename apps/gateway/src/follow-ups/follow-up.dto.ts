import { ApiProperty } from '@nestjs/swagger';
import {
  ADHERENCES,
  CONFINEMENTS,
  DEATH_CAUSE_DETAILS,
  DEATH_CAUSES,
  defineCodes,
  EFFECTS,
  FOLLOW_UP_CONTACTS,
  FOLLOW_UP_FORMS,
  HOSPITALISATIONS,
  INSIGHTS,
  JOINT_VISIT_FACTORS,
  LOSS_REASONS,
  PHYSICAL_ILLNESSES,
  PREGNANCIES,
  REHABILITATIONS,
  RISK_LEVELS,
  STABILITIES,
  SYMPTOM_SEVERITIES,
  SYMPTOMS,
  THREE_GRADES,
} from '#domain';
import {
  AdverseReactionDto,
  IncidentsDto,
  LabTestsDto,
  MedicationDto,
  ReferralDto,
  SocialFunctionDto,
} from './follow-up-parts.dto.js';
import {
  OptionalCode,
  OptionalCodes,
  OptionalDate,
  OptionalFlag,
  OptionalPart,
  OptionalRows,
  OptionalText,
  RequiredCode,
} from './form-field.decorators.js';

const ATTEMPTS = defineCodes([['failed', '未访到', 'Nobody was met']]);

/**
 * The follow-up record 表1-8 (smi.md 3.3) for the OpenAPI file; `FollowUpBodyPipe` reads it. Left-out and null mean the same,
 * and what is required when is the rules' matter.
 */
export class FollowUpDto {
  @ApiProperty({ type: 'string', format: 'date', example: '2026-03-02', description: '随访日期' })
  visitedOn!: string;

  @RequiredCode(FOLLOW_UP_FORMS, '本次随访形式')
  form!: number;

  @OptionalCodes(FOLLOW_UP_CONTACTS, '本次随访对象')
  contacts?: number[];

  @OptionalCode(ATTEMPTS, 'An attempt that met nobody')
  attempt?: string;

  @OptionalCode(LOSS_REASONS, '失访原因')
  lossReason?: number;

  @OptionalText(200, 'Required when lossReason = 5')
  lossReasonText?: string;

  @OptionalDate('死亡日期')
  deathDate?: string;

  @OptionalCode(DEATH_CAUSES, '死亡原因')
  deathCause?: number;

  @OptionalCode(DEATH_CAUSE_DETAILS, '躯体疾病; required when deathCause = 1')
  deathCauseDetail?: number;

  @OptionalCode(RISK_LEVELS, '危险性评估, the highest grade since the previous visit')
  riskLevel?: number;

  @OptionalText(200, 'Why a grade below 4 is right although self-harm was recorded (V5)')
  riskLevelReason?: string;

  @OptionalCodes(SYMPTOMS, '目前症状; empty = 无')
  symptoms?: number[];

  @OptionalText(200, 'Required when symptoms has 12')
  symptomsText?: string;

  @OptionalCode(SYMPTOM_SEVERITIES, '症状程度; left out = derived from symptoms')
  symptomSeverity?: number;

  @OptionalCode(INSIGHTS, '自知力')
  insight?: number;

  @OptionalCode(THREE_GRADES, '睡眠情况')
  sleep?: number;

  @OptionalCode(THREE_GRADES, '饮食情况')
  diet?: number;

  @OptionalPart(() => SocialFunctionDto)
  socialFunction?: SocialFunctionDto;

  @OptionalPart(() => IncidentsDto)
  incidents?: IncidentsDto;

  @OptionalCode(CONFINEMENTS, '两次随访期间关锁情况')
  confinement?: number;

  @OptionalCode(HOSPITALISATIONS, '两次随访期间住院情况')
  hospitalisation?: number;

  @OptionalDate('末次出院时间; required when hospitalisation = 2')
  lastDischargeOn?: string;

  @OptionalPart(() => LabTestsDto)
  labTests?: LabTestsDto;

  @OptionalCode(ADHERENCES, '用药依从性')
  adherence?: number;

  @OptionalPart(() => AdverseReactionDto)
  adverseReaction?: AdverseReactionDto;

  @OptionalCode(EFFECTS, '治疗效果')
  effect?: number;

  @OptionalCode(PHYSICAL_ILLNESSES, '躯体疾病')
  physicalIllness?: number;

  @OptionalFlag('Anything else abnormal')
  otherAbnormality?: boolean;

  @OptionalFlag('趋于稳定: asked at a revisit of somebody basically stable (N3 to N5)')
  tendingToStable?: boolean;

  @OptionalCode(PREGNANCIES, 'N14')
  pregnancy?: string;

  @OptionalPart(() => ReferralDto)
  referral?: ReferralDto;

  @OptionalRows(() => MedicationDto)
  medications?: MedicationDto[];

  @OptionalRows(() => MedicationDto)
  medicationGuidance?: MedicationDto[];

  @OptionalCodes(REHABILITATIONS, '康复措施')
  rehabilitation?: number[];

  @OptionalText(200, 'Required when rehabilitation has 5')
  rehabilitationText?: string;

  @OptionalCode(STABILITIES, '本次随访分类; left out = the computed one')
  stability?: number;

  @OptionalText(200, 'Required when milder than computed (V9)')
  stabilityReason?: string;

  @OptionalDate('下次随访日期; left out = the computed one, never later than it (V10)')
  nextDueOn?: string;

  @OptionalText(2000, '备注')
  remark?: string;

  @OptionalFlag('Not admitted although referred (N7)')
  admissionRefused?: boolean;

  @OptionalCodes(JOINT_VISIT_FACTORS, 'N8')
  jointVisitFactors?: string[];

  @OptionalFlag('The patient is leaving or has left the district (N18)')
  leavingDistrict?: boolean;
}
