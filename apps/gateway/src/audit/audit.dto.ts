import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsInstant } from '../http/validators.js';
import { STORING_SERVICES, type StoringServiceName } from '../operations/services.js';

const OUTCOMES = ['done', 'refused'] as const;
const FAULTS = ['missing', 'changed', 'anchor', 'cut_off'] as const;
const ID_OR_NOTHING = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

export class SearchAuditQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ maxLength: 36, description: 'From the previous answer (nextCursor).' })
  @IsOptional()
  @Matches(ID_OR_NOTHING)
  override cursor: string = '';

  @ApiPropertyOptional({ enum: STORING_SERVICES, description: 'Default: all.' })
  @IsOptional()
  @IsIn(STORING_SERVICES)
  service?: StoringServiceName;

  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  actorId?: string;

  @ApiPropertyOptional({ maxLength: 64, example: 'account' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectKind?: string;

  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string;

  @ApiPropertyOptional({ maxLength: 64, example: 'identity.sign_in' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  action?: string;

  @ApiPropertyOptional({ enum: OUTCOMES })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({ maxLength: 64, description: 'Everything one request has left, in all services.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  correlationId?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Inclusive.' })
  @IsOptional()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Exclusive.' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

export class FindActorsDto {
  @ApiProperty({ maxLength: 64, description: 'Part of the user name or display name.' })
  @IsString()
  @MaxLength(64)
  q: string;
}

/** An account as the auditor sees it. */
export class ActorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;
}

export class ActorListDto {
  @ApiProperty({ type: [ActorDto] })
  items: ActorDto[];
}

/** One row of the trail. */
export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', description: 'Position in the chain of its service; 0 while not yet sealed.' })
  chainSeq: number;

  @ApiProperty({ enum: STORING_SERVICES })
  service: StoringServiceName;

  @ApiProperty({ format: 'date-time' })
  recordedAt: string;

  @ApiProperty({ description: 'Id of an account, `anonymous`, or `system:<reason>`.' })
  actorId: string;

  @ApiProperty({ type: ActorDto, nullable: true, description: 'The account behind it, where there is one.' })
  actor: ActorDto | null;

  @ApiProperty({ example: 'identity.sign_in' })
  action: string;

  @ApiProperty({ example: 'account' })
  subjectKind: string;

  @ApiProperty({ type: String, nullable: true })
  subjectId: string | null;

  @ApiProperty({ type: ActorDto, nullable: true, description: 'The account that was acted on, where it was one.' })
  subject: ActorDto | null;

  @ApiProperty({ type: String, nullable: true })
  org: string | null;

  @ApiProperty({ enum: OUTCOMES })
  outcome: string;

  @ApiProperty()
  correlationId: string;

  @ApiProperty({ description: 'JSON: names of fields, codes and counts, never personal values.' })
  detailsJson: string;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto], description: 'Newest first, over all services.' })
  items: AuditEntryDto[];

  @ApiProperty({
    enum: STORING_SERVICES,
    isArray: true,
    description: 'Services that did not answer; their rows are missing.',
  })
  unavailable: StoringServiceName[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** What became of the chain of one service. */
export class ChainVerdictDto {
  @ApiProperty({ enum: STORING_SERVICES })
  service: StoringServiceName;

  @ApiPropertyOptional({ type: 'integer' })
  sealed?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Written and not yet sealed.' })
  pending?: number;

  @ApiPropertyOptional()
  intact?: boolean;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'First position that is not what was sealed.' })
  brokenAt?: number | null;

  @ApiPropertyOptional({
    type: String,
    enum: FAULTS,
    nullable: true,
    description:
      'A row is missing, was changed, differs from the head kept outside the database, or the chain ends before that head.',
  })
  fault?: string | null;

  @ApiPropertyOptional()
  headHash?: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why this service could not be asked.' })
  error: string | null;
}

export class AuditVerdictDto {
  @ApiProperty({ description: 'True when every service answered and every chain is whole.' })
  intact: boolean;

  @ApiProperty({ type: [ChainVerdictDto] })
  items: ChainVerdictDto[];
}
