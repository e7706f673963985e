import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsAreaCode, IsIsoDate } from '../http/validators.js';

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The person who looks after the patient. Stored encrypted, shown masked. */
export class GuardianDto {
  @ApiProperty({ maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  name!: string;

  @ApiProperty({ description: 'GB/T 4761, one or two digits', example: '5' })
  @IsString()
  @Matches(/^[0-8]\d?$/)
  relation!: string;

  @ApiPropertyOptional({ type: 'string', maxLength: 20, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string;
}

/** A decision on taking part in community management (知情同意, smi.md 2.6). */
export class ConsentDto {
  @ApiProperty({ enum: ['agreed', 'declined'] })
  @IsString()
  @IsIn(['agreed', 'declined'])
  decision!: string;

  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  signedOn!: string;

  @ApiProperty({ enum: ['self', 'guardian'] })
  @IsString()
  @IsIn(['self', 'guardian'])
  signer!: string;
}

/** Report card and file in one, for those already confirmed elsewhere. */
export class RegisterCaseDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId!: string;

  @ApiProperty({ description: '12-digit code of the unit that manages the case', example: '990101001001' })
  @IsAreaCode()
  org!: string;

  @ApiProperty({ example: '990101-00001', maxLength: 30 })
  @IsString()
  @Matches(/^[0-9A-Za-z][0-9A-Za-z-]{0,29}$/)
  caseNo!: string;

  @ApiProperty({ description: 'ICD-10', example: 'F20.0', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  diagnosis!: string;

  @ApiPropertyOptional({ type: 'string', description: 'G40.x beside F06.x (smi.md 1.1)', nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  secondaryDiagnosis?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'Needed with F70 to F79 (smi.md 1.1)', nullable: true })
  @IsOptional()
  @IsBoolean()
  psychoticSymptoms?: boolean;

  @ApiProperty({ enum: ['onset_report', 'required_registration'] })
  @IsString()
  @IsIn(['onset_report', 'required_registration'])
  reportType!: string;

  @ApiProperty({ type: 'string', format: 'date', example: '2024-03-05' })
  @IsIsoDate()
  diagnosedOn!: string;

  @ApiProperty({ type: 'string', format: 'date', example: '2024-03-12' })
  @IsIsoDate()
  fileBuiltOn!: string;

  @ApiPropertyOptional({ type: 'string', description: 'Year, month or day', example: '2022-06', nullable: true })
  @IsOptional()
  @IsString()
  @Matches(PARTIAL_DATE)
  firstOnset?: string;

  @ApiPropertyOptional({ type: 'string', description: 'Year, month or day', nullable: true })
  @IsOptional()
  @IsString()
  @Matches(PARTIAL_DATE)
  firstTreated?: string;

  @ApiPropertyOptional({ type: () => GuardianDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => GuardianDto)
  guardian?: GuardianDto;

  @ApiPropertyOptional({ type: () => ConsentDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ConsentDto)
  consent?: ConsentDto;

  @ApiPropertyOptional({ type: 'boolean', description: "The doctor's answer on art. 30 ¶2(2)", nullable: true })
  @IsOptional()
  @IsBoolean()
  article30?: boolean;

  @ApiPropertyOptional({ type: 'boolean', description: 'Takes part in community rehabilitation', nullable: true })
  @IsOptional()
  @IsBoolean()
  inRehabilitation?: boolean;

  @ApiPropertyOptional({ type: 'boolean', description: '关爱帮扶小组服务对象', nullable: true })
  @IsOptional()
  @IsBoolean()
  guardianshipGroup?: boolean;
}

/** A yearly physical examination, or its signed refusal (smi.md 5). */
export class RecordExamDto {
  @ApiProperty({ type: 'string', format: 'date' })
  @IsIsoDate()
  examinedOn!: string;

  @ApiPropertyOptional({ type: 'boolean', nullable: true, default: false })
  @IsOptional()
  @IsBoolean()
  refused?: boolean;
}
