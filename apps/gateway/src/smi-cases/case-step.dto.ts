import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { ACTION_OUTCOMES, CANCEL_REASONS } from '#domain';
import { IsAreaCode, IsIsoDate } from '../http/validators.js';
import { GuardianDto } from './smi-case.dto.js';

const LONGEST_TEXT = 500;
const REVEALABLE = ['guardian'];

/** What goes with every step. Stored encrypted. */
class NotedDto {
  @ApiPropertyOptional({ type: 'string', maxLength: LONGEST_TEXT, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  note?: string;
}

/** How a mandatory action or a dated check was answered. It cannot be dismissed. */
export class CloseActionDto extends NotedDto {
  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  closedOn!: string;

  @ApiProperty({ enum: ACTION_OUTCOMES.map(({ code }) => code) })
  @IsString()
  @IsIn(ACTION_OUTCOMES.map(({ code }) => code))
  outcome!: string;

  @ApiPropertyOptional({ type: 'string', maxLength: 60, nullable: true, description: 'Needed with "handed_over"' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  handedTo?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    nullable: true,
    description: 'Whether art. 30 ¶2(2) applies: needed with "article30_review" that is "done", refused elsewhere',
  })
  @IsOptional()
  @IsBoolean()
  article30?: boolean;
}

/** Out of hospital (smi.md 4.3 N9). */
export class DischargeCaseDto extends NotedDto {
  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  dischargedOn!: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'When it became known here; ten working days count from it. Left out: today',
  })
  @IsOptional()
  @IsIsoDate()
  informedOn?: string;
}

/** Moved away to a known address (smi.md 2.8). */
export class TransferCaseDto extends NotedDto {
  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  transferredOn!: string;

  @ApiProperty({ maxLength: 200, description: 'Where to, in words' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  destination!: string;

  @ApiPropertyOptional({ type: 'string', nullable: true, description: 'Area code, where it is known' })
  @IsOptional()
  @IsAreaCode()
  toOrg?: string;
}

/** The file should not be in the register (smi.md 2.1). */
export class CancelCaseDto extends NotedDto {
  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  cancelledOn!: string;

  @ApiProperty({ enum: CANCEL_REASONS.map(({ code }) => code) })
  @IsString()
  @IsIn(CANCEL_REASONS.map(({ code }) => code))
  reason!: string;
}

/** Clear values, with a reason. */
export class RevealCaseDto {
  @ApiProperty({ enum: REVEALABLE, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(REVEALABLE.length)
  @IsIn(REVEALABLE, { each: true })
  fields!: string[];

  @ApiProperty({ maxLength: 200, description: 'Kept in the audit trail.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

/** The guardian in clear; null when none is known. */
export class RevealedCaseDto {
  @ApiProperty({ type: () => GuardianDto, nullable: true })
  guardian!: GuardianDto | null;
}
