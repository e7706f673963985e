import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_STATUSES } from '#domain';
import { RuleStateDto } from './rule-state.dto.js';
import { ConsentDto, GuardianDto } from './smi-case.dto.js';

const DATE = { type: 'string', format: 'date', nullable: true } as const;

/** A mandatory action or a dated check that nobody has answered yet. */
export class OpenActionDto {
  @ApiProperty({ example: 'notify_police', description: 'A code of openActions, or the kind of a dated check' })
  action!: string;

  @ApiProperty({ format: 'date' })
  since!: string;

  @ApiProperty(DATE)
  dueOn!: string | null;
}

/** A case as readers see it: names and phones masked. */
export class SmiCaseDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ example: '王**' })
  personName!: string;

  @ApiProperty({ enum: ['0', '1', '2', '9'] })
  sex!: string;

  @ApiProperty({ type: 'string', example: '30-39', nullable: true })
  ageBand!: string | null;

  @ApiProperty({ example: '990101001001' })
  org!: string;

  @ApiProperty({ example: '990101-00001' })
  caseNo!: string;

  @ApiProperty({ example: 'F20.0' })
  diagnosis!: string;

  @ApiProperty({ example: '01', description: 'smi.md 1.1' })
  diagnosisGroup!: string;

  @ApiProperty({ enum: ['onset_report', 'required_registration'] })
  reportType!: string;

  @ApiProperty({ format: 'date' })
  diagnosedOn!: string;

  @ApiProperty({ format: 'date' })
  fileBuiltOn!: string;

  @ApiProperty({ type: 'string', nullable: true })
  firstOnset!: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  firstTreated!: string | null;

  @ApiProperty({ type: () => GuardianDto, nullable: true })
  guardian!: GuardianDto | null;

  @ApiProperty({ type: () => ConsentDto, nullable: true })
  consent!: ConsentDto | null;

  @ApiProperty({ ...DATE, description: 'When somebody who declined is asked again' })
  consentReaskOn!: string | null;

  @ApiProperty()
  article30!: boolean;

  @ApiProperty({ enum: CASE_STATUSES.map(({ code }) => code) })
  status!: string;

  @ApiProperty({ type: 'integer', enum: [1, 2, 3], nullable: true })
  stability!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 5, nullable: true })
  riskLevel!: number | null;

  @ApiProperty({ ...DATE, description: 'The latest complete record' })
  lastVisitOn!: string | null;

  @ApiProperty(DATE)
  nextDueOn!: string | null;

  @ApiProperty({ type: [String] })
  openActions!: string[];

  @ApiProperty()
  overdue!: boolean;

  @ApiProperty()
  inRehabilitation!: boolean;

  @ApiProperty()
  guardianshipGroup!: boolean;

  @ApiProperty(DATE)
  deathDate!: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Where the person lives now' })
  residenceOrg!: string | null;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ type: () => [OpenActionDto] })
  openActionDetails!: OpenActionDto[];

  @ApiProperty({ type: () => RuleStateDto, nullable: true, description: 'Null in lists' })
  ruleState!: RuleStateDto | null;
}

/** One page of cases. */
export class SmiCasePageDto {
  @ApiProperty({ type: () => [SmiCaseDto] })
  items!: SmiCaseDto[];

  @ApiPropertyOptional({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

/** Something that happened with a case. */
export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({
    enum: [
      'follow_up',
      'attempt',
      'loss',
      'death',
      'consent',
      'exam',
      'registration',
      'action',
      'discharge',
      'transfer',
      'cancel',
    ],
  })
  kind!: string;

  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'User id' })
  actor!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: Record<string, unknown>;
}

/** One page of a timeline, the newest first. */
export class TimelinePageDto {
  @ApiProperty({ type: () => [TimelineEntryDto] })
  items!: TimelineEntryDto[];

  @ApiPropertyOptional({ type: 'string', nullable: true })
  nextCursor!: string | null;
}
