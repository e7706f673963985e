import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { DIAGNOSES } from '#domain';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix, WholeNumber } from '../http/validators.js';

const GROUPS = [...new Set([...DIAGNOSES.map(({ group }) => group), '99'])];

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

  @ApiPropertyOptional({ enum: ['registered', 'lost', 'in_hospital', 'transferred_out', 'dead', 'cancelled'] })
  @IsOptional()
  @IsIn(['registered', 'lost', 'in_hospital', 'transferred_out', 'dead', 'cancelled'])
  status?: string;

  @ApiPropertyOptional({ type: 'boolean' })
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ description: 'Case number, name or pinyin, from the beginning', maxLength: 40 })
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
