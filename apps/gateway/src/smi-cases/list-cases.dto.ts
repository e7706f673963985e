import { ApiProperty, ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { CASE_STATUSES, DIAGNOSES } from '#domain';
import { PageBodyDto } from '../http/page-body.dto.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix, WholeNumber } from '../http/validators.js';

const GROUPS = [...new Set([...DIAGNOSES.map(({ group }) => group), '99'])];
const STATUSES = CASE_STATUSES.map(({ code }) => code);
const WORDS = { description: 'Case number, name or pinyin, from the beginning', maxLength: 40 };

// Query values are texts; what is no truth value stays as it is, for the validator to refuse.
const toBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Filters of `GET /smi/cases`. */
export class ListCasesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Area code or prefix', example: '990101001' })
  @IsOptional()
  @IsAreaPrefix()
  org?: string;

  @ApiPropertyOptional({ type: 'integer', enum: [1, 2, 3] })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(3)
  stability?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 5 })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(0)
  @Max(5)
  riskLevel?: number;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ type: 'boolean' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional(WORDS)
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;

  @ApiPropertyOptional({ enum: GROUPS, description: 'Diagnosis group (smi.md 1.1)' })
  @IsOptional()
  @IsIn(GROUPS)
  diagnosisGroup?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Cases of one person' })
  @IsOptional()
  @IsUUID()
  personId?: string;
}

/** The same with the words in the body: a name must not stand in an address. There numbers and truth values are none of text. */
export class SearchCasesDto extends IntersectionType(
  PageBodyDto,
  PickType(ListCasesQueryDto, ['org', 'status', 'diagnosisGroup'] as const),
) {
  @ApiProperty(WORDS)
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  q: string;

  @ApiPropertyOptional({ nullable: true, type: 'integer', enum: [1, 2, 3] })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  stability?: number;

  @ApiPropertyOptional({ nullable: true, type: 'integer', minimum: 0, maximum: 5 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(5)
  riskLevel?: number;

  @ApiPropertyOptional({ nullable: true, type: 'boolean' })
  @IsOptional()
  @IsBoolean()
  overdue?: boolean;
}
