import { ApiProperty } from '@nestjs/swagger';
import {
  ADVERSE_REACTIONS,
  LONG_ACTING_INTERVALS,
  NO_YES,
  REACTION_SEVERITIES,
  THREE_GRADES,
  WORK_GRADES,
} from '#domain';
import {
  OptionalCode,
  OptionalCount,
  OptionalDose,
  OptionalFlag,
  OptionalText,
  RequiredCode,
} from './form-field.decorators.js';

/** Items 13 to 17 of the form. */
export class SocialFunctionDto {
  @OptionalCode(THREE_GRADES, '个人生活料理')
  selfCare?: number;

  @OptionalCode(THREE_GRADES, '家务劳动')
  housework?: number;

  @OptionalCode(WORK_GRADES, '生产劳动及工作')
  work?: number;

  @OptionalCode(THREE_GRADES, '学习能力')
  study?: number;

  @OptionalCode(THREE_GRADES, '社会人际交往')
  social?: number;
}

/** Item 18: how often since the previous visit. */
export class IncidentsDto {
  @OptionalCount('轻度滋事')
  minorDisturbance?: number;

  @OptionalCount('肇事')
  publicOrder?: number;

  @OptionalCount('肇祸')
  crime?: number;

  @OptionalCount('其他危害行为')
  otherHarm?: number;

  @OptionalCount('自伤')
  selfHarm?: number;

  @OptionalCount('自杀未遂')
  suicideAttempt?: number;

  @OptionalFlag('7无 as ticked on paper; left out = derived from the counts')
  none?: boolean;
}

/** Item 22. */
export class LabTestsDto {
  @RequiredCode(NO_YES, '实验室检查')
  done!: number;

  @OptionalText(2000, 'Which tests; required when done = 2')
  items?: string;
}

/** Item 24. */
export class AdverseReactionDto {
  @RequiredCode(ADVERSE_REACTIONS, '药物不良反应')
  present!: number;

  @OptionalCode(REACTION_SEVERITIES, '严重程度')
  severity?: number;

  @OptionalText(200, 'Required when present = 2')
  text?: string;
}

/** Item 26. */
export class ReferralDto {
  @ApiProperty({ description: '是否转诊' })
  made!: boolean;

  @OptionalText(200, 'Required when made')
  reason?: string;

  @OptionalText(200, '转至机构及科室; required when made')
  institution?: string;
}

/** One row of items 27 and 28. */
export class MedicationDto {
  @ApiProperty({ example: '利培酮', maxLength: 100 })
  drug!: string;

  @OptionalText(100, '规格, e.g. 1mg')
  spec?: string;

  @OptionalFlag('长效')
  longActing?: boolean;

  @OptionalDose('早, mg')
  morningMg?: number;

  @OptionalDose('中, mg')
  noonMg?: number;

  @OptionalDose('晚, mg')
  eveningMg?: number;

  @OptionalCode(LONG_ACTING_INTERVALS, 'Long-acting: the period')
  every?: string;

  @OptionalCount('Long-acting: times a period')
  times?: number;

  @OptionalDose('Long-acting: mg each time')
  doseMg?: number;
}
