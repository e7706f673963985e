import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix, IsIsoDate } from '../http/validators.js';

const PERIOD = '2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January';

/** Filters of `GET /kpi/values`. */
export class KpiValuesQueryDto {
  @ApiProperty({ description: 'Indicator ids, separated by commas', example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2500)
  indicator: string;

  @ApiProperty({ description: 'Area code or prefix', example: '990101' })
  @IsAreaPrefix()
  @IsNotEmpty()
  org: string;

  @ApiProperty({ description: PERIOD, example: '2026' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  period: string;

  @ApiPropertyOptional({ enum: ['none', 'children', 'urban_rural', 'months'], default: 'none' })
  @IsOptional()
  @IsIn(['none', 'children', 'urban_rural', 'months'])
  breakdown?: string;

  @ApiPropertyOptional({ description: 'Measure an unfinished period up to this day', format: 'date' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Compare with the targets of this plan only', maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  plan?: string;
}

/** Filters of `GET /kpi/values/explain`. */
export class KpiExplainQueryDto {
  @ApiProperty({ example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  indicator: string;

  @ApiProperty({ description: 'Area code or prefix', example: '990101' })
  @IsAreaPrefix()
  @IsNotEmpty()
  org: string;

  @ApiProperty({ description: PERIOD, example: '2026' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  period: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;
}

/** Filters of `GET /kpi/values/members`. */
export class KpiMembersQueryDto extends PageQueryDto {
  @ApiProperty({ example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  indicator: string;

  @ApiProperty({ description: 'Area code or prefix', example: '990101001' })
  @IsAreaPrefix()
  @IsNotEmpty()
  org: string;

  @ApiProperty({ description: PERIOD, example: '2026' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  period: string;

  @ApiProperty({ enum: ['numerator', 'denominator', 'gap'], description: 'gap = in the denominator only' })
  @IsIn(['numerator', 'denominator', 'gap'])
  side: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;
}
