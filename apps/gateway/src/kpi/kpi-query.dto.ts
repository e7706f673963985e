import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix, IsIsoDate } from '../http/validators.js';

const PERIOD = '2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31; named periods run from 1 January';

/** Where and when: what every question about figures says. */
export class KpiMeasureQueryDto {
  @ApiProperty({ description: 'Area code or prefix', example: '990101' })
  @IsAreaPrefix()
  @IsNotEmpty()
  org: string;

  @ApiProperty({ description: PERIOD, example: '2026' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(24)
  period: string;

  @ApiPropertyOptional({ description: 'Measure an unfinished period up to this day', format: 'date' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;
}

/** Filters of `GET /kpi/values`. */
export class KpiValuesQueryDto extends KpiMeasureQueryDto {
  @ApiProperty({ description: 'Indicator ids, separated by commas', example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2500)
  indicator: string;

  @ApiPropertyOptional({ enum: ['none', 'children', 'urban_rural', 'months'], default: 'none' })
  @IsOptional()
  @IsIn(['none', 'children', 'urban_rural', 'months'])
  breakdown?: string;

  @ApiPropertyOptional({ description: 'Compare with the targets of this plan only', maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  plan?: string;
}

/** Filters of `GET /kpi/values/explain`. */
export class KpiExplainQueryDto extends KpiMeasureQueryDto {
  @ApiProperty({ example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  indicator: string;
}

/** Filters of `GET /kpi/values/members`. */
export class KpiMembersQueryDto extends IntersectionType(PageQueryDto, KpiExplainQueryDto) {
  @ApiProperty({ enum: ['numerator', 'denominator', 'gap'], description: 'gap = in the denominator only' })
  @IsIn(['numerator', 'denominator', 'gap'])
  side: string;
}

/** Filters of `GET /kpi/reports/smi-indicators.{format}`. */
export class KpiReportQueryDto extends KpiMeasureQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'The areas directly below as well' })
  @IsOptional()
  @IsIn(['true', 'false'])
  children?: string;

  @ApiPropertyOptional({ enum: ['zh-CN', 'en'], description: 'Language of the file; without it that of the request' })
  @IsOptional()
  @IsIn(['zh-CN', 'en'])
  lang?: string;
}

/** The kind of file. */
export class KpiReportPathDto {
  @ApiProperty({ enum: ['json', 'csv', 'xlsx', 'pdf'] })
  @IsIn(['json', 'csv', 'xlsx', 'pdf'])
  format: string;
}
