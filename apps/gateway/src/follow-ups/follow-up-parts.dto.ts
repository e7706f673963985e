import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  OptionalCode,
  OptionalCount,
  OptionalDose,
  OptionalFlag,
  OptionalText,
  OptionalWord,
  RequiredCode,
} from './form-field.decorators.js';

const GOOD_FAIR_POOR = [1, 2, 3] as const;

/** Items 13 to 17 of the form. */
export class SocialFunctionDto {
  @OptionalCode(GOOD_FAIR_POOR, '个人生活料理: 1 良好, 2 一般, 3 较差')
  selfCare?: number | null;

  @OptionalCode(GOOD_FAIR_POOR, '家务劳动: 1 良好, 2 一般, 3 较差')
  housework?: number | null;

  @OptionalCode([1, 2, 3, 9], '生产劳动及工作: 1 良好, 2 一般, 3 较差, 9 此项不适用')
  work?: number | null;

  @OptionalCode(GOOD_FAIR_POOR, '学习能力: 1 良好, 2 一般, 3 较差')
  study?: number | null;

  @OptionalCode(GOOD_FAIR_POOR, '社会人际交往: 1 良好, 2 一般, 3 较差')
  social?: number | null;
}

/** Item 18: how often since the previous visit. */
export class IncidentsDto {
  @OptionalCount('轻度滋事')
  minorDisturbance?: number | null;

  @OptionalCount('肇事')
  publicOrder?: number | null;

  @OptionalCount('肇祸')
  crime?: number | null;

  @OptionalCount('其他危害行为')
  otherHarm?: number | null;

  @OptionalCount('自伤')
  selfHarm?: number | null;

  @OptionalCount('自杀未遂')
  suicideAttempt?: number | null;

  @OptionalFlag('7无 as ticked on paper; left out = derived from the counts')
  none?: boolean | null;
}

/** Item 22. */
export class LabTestsDto {
  @RequiredCode([1, 2], '实验室检查: 1 无, 2 有')
  done!: number;

  @OptionalText(200, 'Which tests; required when done = 2')
  items?: string | null;
}

/** Item 24. */
export class AdverseReactionDto {
  @RequiredCode([1, 2, 9], '药物不良反应: 1 无, 2 有, 9 此项不适用')
  present!: number;

  @OptionalCode([1, 2], '1 轻, 2 严重/急性; decides over K3d')
  severity?: number | null;

  @OptionalText(200, 'Required when present = 2')
  text?: string | null;
}

/** Item 26. */
export class ReferralDto {
  @ApiProperty({ description: '是否转诊' })
  @IsBoolean()
  made!: boolean;

  @OptionalText(200, 'Required when made')
  reason?: string | null;

  @OptionalText(100, '转至机构及科室; required when made')
  institution?: string | null;
}

/** One row of items 27 and 28. */
export class MedicationDto {
  @ApiProperty({ example: '利培酮', maxLength: 60 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  drug!: string;

  @OptionalText(40, '规格, e.g. 1mg')
  spec?: string | null;

  @OptionalFlag('长效')
  longActing?: boolean | null;

  @OptionalDose('早, mg')
  morningMg?: number | null;

  @OptionalDose('中, mg')
  noonMg?: number | null;

  @OptionalDose('晚, mg')
  eveningMg?: number | null;

  @OptionalWord(['week', 'month'], 'Long-acting: the period')
  every?: string | null;

  @OptionalCount('Long-acting: times a period')
  times?: number | null;

  @OptionalDose('Long-acting: mg each time')
  doseMg?: number | null;
}
