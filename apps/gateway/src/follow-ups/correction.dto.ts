import { ApiProperty } from '@nestjs/swagger';
import { CaseSummaryDto, ComputedDto, FollowUpAnswerDto, WarningDto } from './follow-up-answer.dto.js';
import { FollowUpDto } from './follow-up.dto.js';
import { RuleStateDto } from '../smi-cases/rule-state.dto.js';

/** The body of a correction, for the OpenAPI file; `CorrectionBodyPipe` reads it. */
export class CorrectionDto {
  @ApiProperty({ maxLength: 200, description: 'Why; stored encrypted beside the version it replaces' })
  reason!: string;

  @ApiProperty({ type: () => FollowUpDto, description: 'The record as it should have been, whole' })
  input!: FollowUpDto;
}

/** A record as it stood once. */
export class FollowUpVersionDto {
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'User id' })
  actor!: string;

  @ApiProperty({ enum: ['recorded', 'correction', 're_evaluation'] })
  cause!: string;

  @ApiProperty({ type: 'string', nullable: true })
  reason!: string | null;

  @ApiProperty({ type: () => FollowUpDto })
  input!: FollowUpDto;

  @ApiProperty({ type: () => ComputedDto })
  computed!: ComputedDto;
}

/** One record with all its versions, the newest first. */
export class FollowUpDetailDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty({ enum: ['visit', 'attempt', 'loss', 'death'] })
  kind!: string;

  @ApiProperty({ description: 'smi.md 2.9' })
  complete!: boolean;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'User id' })
  actor!: string;

  @ApiProperty({ type: () => FollowUpDto })
  input!: FollowUpDto;

  @ApiProperty({ type: () => ComputedDto })
  computed!: ComputedDto;

  @ApiProperty({ type: () => [FollowUpVersionDto] })
  versions!: FollowUpVersionDto[];

  @ApiProperty({ type: () => RuleStateDto, nullable: true, description: 'The case before this record' })
  ruleState!: RuleStateDto | null;

  @ApiProperty({ description: 'Whether it is the last record of its case' })
  latest!: boolean;
}

/** Answer of a correction's preview. */
export class CorrectionPreviewDto {
  @ApiProperty({ type: () => ComputedDto })
  computed!: ComputedDto;

  @ApiProperty({ type: () => [WarningDto] })
  warnings!: WarningDto[];

  @ApiProperty({ type: () => CaseSummaryDto, description: 'The case as it would be' })
  case!: CaseSummaryDto;

  @ApiProperty({ type: [String], description: 'Later records whose computed part changes with it' })
  reEvaluated!: string[];
}

/** Answer of a correction. */
export class CorrectionAnswerDto extends FollowUpAnswerDto {
  @ApiProperty({ type: [String], description: 'Later records whose computed part changed with it' })
  reEvaluated!: string[];
}
