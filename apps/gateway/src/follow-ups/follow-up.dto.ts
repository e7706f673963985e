import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { IsIsoDate } from '../http/validators.js';
import {
  AdverseReactionDto,
  IncidentsDto,
  LabTestsDto,
  MedicationDto,
  ReferralDto,
  SocialFunctionDto,
} from './follow-up-parts.dto.js';
import {
  CodeList,
  OptionalCode,
  OptionalDate,
  OptionalFlag,
  OptionalText,
  OptionalWord,
  RequiredCode,
} from './form-field.decorators.js';

const JOINT_VISIT_FACTORS = [
  'past_violence',
  'substance_misuse',
  'persecutory_delusion',
  'threatened_others',
  'spoke_of_harming_others',
  'antisocial_behaviour',
  'emotional_instability',
] as const;

function Part(type: new () => object): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: () => type, nullable: true }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => type),
  );
}

function Parts(type: new () => object, max: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: () => [type], nullable: true, maxItems: max }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(() => type),
  );
}

/** The follow-up record 表1-8 (smi.md 3.3). Left-out and null mean the same. What is required when is the rules' matter. */
export class FollowUpDto {
  @ApiProperty({ type: 'string', format: 'date', example: '2026-03-02', description: '随访日期' })
  @IsIsoDate()
  visitedOn!: string;

  @RequiredCode([1, 2, 3], '随访形式: 1 门诊, 2 家庭访视, 3 电话')
  form!: number;

  @CodeList([1, 2, 3], '随访对象: 1 患者本人, 2 家属/监护人, 3 其他知情人')
  contacts?: number[] | null;

  @OptionalWord(['failed'], '"failed": nobody was met')
  attempt?: string | null;

  @OptionalCode([1, 2, 3, 4, 5], '失访原因: 1 外出务工, 2 迁居他处, 3 走失, 4 连续3次未访到, 5 其他')
  lossReason?: number | null;

  @OptionalText(100, 'Required when lossReason = 5')
  lossReasonText?: string | null;

  @OptionalDate('死亡日期')
  deathDate?: string | null;

  @OptionalCode([1, 2, 3, 4, 5, 6], '死亡原因: 1 躯体疾病, 2 自杀, 3 他杀, 4 意外, 5 精神疾病相关并发症, 6 其他')
  deathCause?: number | null;

  @OptionalCode([1, 2, 3, 4, 5, 6, 7, 8], '躯体疾病: ①传染病和寄生虫病 … ⑧不详; required when deathCause = 1')
  deathCauseDetail?: number | null;

  @OptionalCode([0, 1, 2, 3, 4, 5], '危险性评估 (smi.md 3.1): the highest grade since the previous visit')
  riskLevel?: number | null;

  @OptionalText(200, 'Why a grade below 4 is right although self-harm was recorded (V5)')
  riskLevelReason?: string | null;

  @CodeList([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], '目前症状: 1 幻觉 … 12 其他; empty = 无')
  symptoms?: number[] | null;

  @OptionalText(100, 'Required when symptoms has 12')
  symptomsText?: string | null;

  @OptionalCode([0, 1, 2], '症状程度: 0 基本消失, 1 有/较差, 2 明显; left out = derived from symptoms')
  symptomSeverity?: number | null;

  @OptionalCode([1, 2, 3], '自知力: 1 完全, 2 不全, 3 缺失')
  insight?: number | null;

  @OptionalCode([1, 2, 3], '睡眠情况: 1 良好, 2 一般, 3 较差')
  sleep?: number | null;

  @OptionalCode([1, 2, 3], '饮食情况: 1 良好, 2 一般, 3 较差')
  diet?: number | null;

  @Part(SocialFunctionDto)
  socialFunction?: SocialFunctionDto | null;

  @Part(IncidentsDto)
  incidents?: IncidentsDto | null;

  @OptionalCode([1, 2, 3], '关锁情况: 1 无关锁, 2 关锁, 3 关锁已解除')
  confinement?: number | null;

  @OptionalCode([0, 1, 2], '住院情况: 0 未住院, 1 目前正在住院, 2 曾住院现未住院')
  hospitalisation?: number | null;

  @OptionalDate('末次出院时间; required when hospitalisation = 2')
  lastDischargeOn?: string | null;

  @Part(LabTestsDto)
  labTests?: LabTestsDto | null;

  @OptionalCode([1, 2, 3, 4], '用药依从性: 1 规律, 2 间断, 3 不用药, 4 医嘱勿需用药')
  adherence?: number | null;

  @Part(AdverseReactionDto)
  adverseReaction?: AdverseReactionDto | null;

  @OptionalCode([1, 2, 3, 4, 9], '治疗效果: 1 痊愈, 2 好转, 3 无变化, 4 加重, 9 此项不适用')
  effect?: number | null;

  @OptionalCode([0, 1, 2, 3], '躯体疾病: 0 无, 1 有且稳定, 2 有不稳定, 3 严重')
  physicalIllness?: number | null;

  @OptionalFlag('Anything else abnormal')
  otherAbnormality?: boolean | null;

  @OptionalFlag('趋于稳定: asked at a revisit of somebody basically stable (N3 to N5)')
  tendingToStable?: boolean | null;

  @OptionalWord(['pregnant', 'planning', 'breast_feeding'], 'N14')
  pregnancy?: string | null;

  @Part(ReferralDto)
  referral?: ReferralDto | null;

  @Parts(MedicationDto, 6)
  medications?: MedicationDto[] | null;

  @Parts(MedicationDto, 6)
  medicationGuidance?: MedicationDto[] | null;

  @CodeList([1, 2, 3, 4, 5], '康复措施: 1 生活劳动能力, 2 职业训练, 3 学习能力, 4 社会交往, 5 其他')
  rehabilitation?: number[] | null;

  @OptionalText(100, 'Required when rehabilitation has 5')
  rehabilitationText?: string | null;

  @OptionalCode([1, 2, 3], '随访分类: 1 不稳定, 2 基本稳定, 3 稳定; left out = the computed one')
  stability?: number | null;

  @OptionalText(200, 'Required when milder than computed (V9)')
  stabilityReason?: string | null;

  @OptionalDate('下次随访日期; left out = the computed one, never later than it (V10)')
  nextDueOn?: string | null;

  @OptionalText(500, '备注')
  remark?: string | null;

  @OptionalFlag('Not admitted although referred (N7)')
  admissionRefused?: boolean | null;

  @ApiPropertyOptional({ type: 'array', items: { type: 'string', enum: [...JOINT_VISIT_FACTORS] }, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(JOINT_VISIT_FACTORS.length)
  @ArrayUnique()
  @IsString({ each: true })
  @IsIn([...JOINT_VISIT_FACTORS], { each: true })
  jointVisitFactors?: string[] | null;

  @OptionalFlag('The patient is leaving or has left the district (N18)')
  leavingDistrict?: boolean | null;
}
