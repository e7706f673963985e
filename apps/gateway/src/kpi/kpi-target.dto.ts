import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsAreaPrefix, WholeNumber } from '../http/validators.js';

/** One target: what an indicator should reach in an area by a year, according to a plan. */
export class KpiTargetDto {
  @ApiProperty({ example: 'smi.management_rate' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  indicator: string;

  @ApiProperty({ description: 'Name of the plan the target comes from', maxLength: 64, example: '2026年度工作计划' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  plan: string;

  @ApiProperty({ description: 'Area code or prefix; "" is everywhere', example: '990101000000' })
  @IsAreaPrefix()
  org: string;

  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2200 })
  @IsInt()
  @Min(2000)
  @Max(2200)
  year: number;

  @ApiProperty({ description: 'In the unit of the indicator: 80 = 80 %', example: 80, minimum: 0 })
  @IsNumber({ allowInfinity: false, allowNaN: false, maxDecimalPlaces: 4 })
  @Min(0)
  @Max(10_000_000)
  value: number;

  @ApiPropertyOptional({ description: 'Document behind it', maxLength: 200, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  source?: string;
}

/** Filters of `GET /kpi/targets`. */
export class KpiTargetsQueryDto {
  @ApiPropertyOptional({ description: 'Area code or prefix', example: '990101' })
  @IsOptional()
  @IsAreaPrefix()
  @IsNotEmpty()
  org?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2200 })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(2000)
  @Max(2200)
  year?: number;
}

/** Which target's history. */
export class KpiTargetHistoryQueryDto extends PickType(KpiTargetDto, ['indicator', 'plan', 'org'] as const) {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2200 })
  @WholeNumber()
  @IsInt()
  @Min(2000)
  @Max(2200)
  year: number;
}
