import { ApiProperty } from '@nestjs/swagger';

/** A further dated duty beside the next visit. */
export class DatedCheckDto {
  @ApiProperty({ example: 'side_effect_check' })
  kind!: string;

  @ApiProperty({ format: 'date' })
  dueOn!: string;
}

/** What the rules of smi.md 4 computed. */
export class ComputedDto {
  @ApiProperty({ type: 'integer', enum: [1, 2, 3], nullable: true })
  stability!: number | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  nextDueOn!: string | null;

  @ApiProperty({ type: [String], example: ['K3a', 'N6', 'N-A'], description: 'The class rule first' })
  rules!: string[];

  @ApiProperty({ type: [String], example: ['refer_now', 'notify_police', 'inform_care_group'] })
  actions!: string[];

  @ApiProperty({ type: () => [DatedCheckDto] })
  checks!: DatedCheckDto[];
}

/** The case after the record. */
export class CaseSummaryDto {
  @ApiProperty({ example: 'registered' })
  status!: string;

  @ApiProperty({ type: 'integer', enum: [1, 2, 3], nullable: true })
  stability!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 5, nullable: true })
  riskLevel!: number | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  nextDueOn!: string | null;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

/** Something to look at; the record is taken nevertheless. */
export class WarningDto {
  @ApiProperty({ example: 'riskLevel' })
  field!: string;

  @ApiProperty({ example: 'V7' })
  rule!: string;

  @ApiProperty({ example: 'SMI.FOLLOW_UP.RISK_ZERO_WITH_VIOLENT_SYMPTOM' })
  code!: string;

  @ApiProperty()
  message!: string;
}

/** Answer of a preview. */
export class FollowUpPreviewDto {
  @ApiProperty({ type: () => ComputedDto })
  computed!: ComputedDto;

  @ApiProperty({ type: () => [WarningDto] })
  warnings!: WarningDto[];
}

/** Answer of a recording. */
export class FollowUpAnswerDto extends FollowUpPreviewDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty({ type: () => CaseSummaryDto })
  case!: CaseSummaryDto;
}
