import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ORG_TIERS, URBAN_RURAL_CLASSES } from '#domain';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaCode, IsAreaPrefix, IsIsoDate, WholeNumber } from '../http/validators.js';

const TIERS = ORG_TIERS.map((entry) => entry.code);
const CLASSES = URBAN_RURAL_CLASSES.map((entry) => entry.code);
const LARGEST_POPULATION = 2_000_000_000;

export class CreateOrgDto {
  @ApiProperty({
    example: '990101001001',
    description: '12-digit statistical division code; the parent follows from it.',
  })
  @IsAreaCode()
  code: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: TIERS })
  @IsIn(TIERS)
  tier: string;

  @ApiPropertyOptional({ enum: CLASSES, nullable: true, description: 'Communities only.' })
  @IsOptional()
  @IsIn(CLASSES)
  urbanRural?: string;

  @ApiProperty({ format: 'date' })
  @IsIsoDate()
  validFrom: string;

  @ApiPropertyOptional({ format: 'date', nullable: true, description: 'Last day of validity.' })
  @IsOptional()
  @IsIsoDate()
  validTo?: string;
}

export class UpdateOrgDto {
  @ApiPropertyOptional({ maxLength: 100, nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ enum: CLASSES, nullable: true })
  @IsOptional()
  @IsIn(CLASSES)
  urbanRural?: string;

  @ApiPropertyOptional({ format: 'date', nullable: true, description: 'Ends the validity: its last day.' })
  @IsOptional()
  @IsIsoDate()
  validTo?: string;
}

export class OrgPathDto {
  @ApiProperty({ example: '990101001001' })
  @IsAreaCode()
  code: string;
}

export class AsOfQueryDto {
  @ApiPropertyOptional({ format: 'date', description: 'The tree as it was on that day; default today.' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;
}

export class ListOrgsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ description: 'Units directly below this code or prefix.' })
  @IsOptional()
  @IsAreaPrefix()
  @IsNotEmpty()
  parent?: string;

  @ApiPropertyOptional({ enum: TIERS })
  @IsOptional()
  @IsIn(TIERS)
  tier?: string;

  @ApiPropertyOptional({ format: 'date', description: 'The tree as it was on that day; default today.' })
  @IsOptional()
  @IsIsoDate()
  asOf?: string;
}

export class OrgDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: TIERS })
  tier: string;

  @ApiProperty({ type: String, enum: CLASSES, nullable: true })
  urbanRural: string | null;

  @ApiProperty({ format: 'date' })
  validFrom: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the unit above; null for a county.' })
  parent: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class OrgPageDto {
  @ApiProperty({ type: [OrgDto] })
  items: OrgDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PopulationPathDto extends OrgPathDto {
  @ApiProperty({ type: 'integer', minimum: 1990, maximum: 2200 })
  @WholeNumber()
  @IsInt()
  @Min(1990)
  @Max(2200)
  year: number;
}

export class PutPopulationDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Living here half a year or more, at year-end.' })
  @IsInt()
  @Min(0)
  @Max(LARGEST_POPULATION)
  resident: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, nullable: true, description: 'Registered household here.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LARGEST_POPULATION)
  registered?: number;
}

export class PopulationDto {
  @ApiProperty()
  org: string;

  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ type: 'integer' })
  resident: number;

  @ApiProperty({ type: 'integer', nullable: true })
  registered: number | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class PopulationsDto {
  @ApiProperty({ type: [PopulationDto], description: 'The latest year first' })
  items: PopulationDto[];
}
