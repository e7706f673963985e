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
import { EDUCATION_LEVELS, EMPLOYMENT_GB, ETHNIC_GROUPS, ID_TYPES, MARITAL_STATUSES, SEXES } from '#domain';
import { PageBodyDto } from '../http/page-body.dto.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaCode, IsAreaPrefix, IsIsoDate } from '../http/validators.js';
import { ClearableCode, ClearableDate, ClearableText } from './clearable.decorators.js';

const SEX_CODES = SEXES.map((entry) => entry.code);
const ID_TYPE_CODES = ID_TYPES.map((entry) => entry.code);
const REVEALABLE = ['name', 'birthDate', 'idNumber', 'phone', 'address'] as const;

/** What may be left out when a resident is entered, and cleared with an empty text when one is changed. */
class OptionalPersonFieldsDto {
  @ClearableText({ maxLength: 40, description: 'GB 11643 for resident_id; sex and birth date must agree with it.' })
  idNumber?: string;

  @ClearableText({ maxLength: 40 })
  phone?: string;

  @ClearableText({ maxLength: 12, description: '12-digit code of the registered household.' })
  registeredOrg?: string;

  @ClearableText({ maxLength: 200 })
  address?: string;

  @ClearableDate()
  livingSince?: string;

  @ClearableCode(ETHNIC_GROUPS, 'GB/T 3304')
  ethnicity?: string;

  @ClearableCode(EDUCATION_LEVELS, 'GB/T 4658')
  education?: string;

  @ClearableCode(MARITAL_STATUSES, 'GB/T 2261.2')
  maritalStatus?: string;

  @ClearableCode(EMPLOYMENT_GB, 'GB/T 2261.4')
  employment?: string;
}

export class CreatePersonDto extends OptionalPersonFieldsDto {
  @ApiProperty({ maxLength: 50 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name: string;

  @ApiProperty({ enum: SEX_CODES, description: 'GB/T 2261.1' })
  @IsIn(SEX_CODES)
  sex: string;

  @ApiProperty({ format: 'date' })
  @IsIsoDate()
  birthDate: string;

  @ApiProperty({ enum: ID_TYPE_CODES })
  @IsIn(ID_TYPE_CODES)
  idType: string;

  @ApiProperty({ example: '990101001001', description: 'Community or street, inside the caller’s areas.' })
  @IsAreaCode()
  residenceOrg: string;

  @ApiPropertyOptional({ default: false, nullable: true, description: 'Set after looking at the candidates of a 409.' })
  @IsOptional()
  @IsBoolean()
  confirmedNotDuplicate?: boolean;
}

export class UpdatePersonDto extends OptionalPersonFieldsDto {
  @ApiPropertyOptional({ maxLength: 50, nullable: true })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name?: string;

  @ApiPropertyOptional({ enum: SEX_CODES, nullable: true })
  @IsOptional()
  @IsIn(SEX_CODES)
  sex?: string;

  @ApiPropertyOptional({ format: 'date', nullable: true })
  @IsOptional()
  @IsIsoDate()
  birthDate?: string;

  @ApiPropertyOptional({ enum: ID_TYPE_CODES, nullable: true })
  @IsOptional()
  @IsIn(ID_TYPE_CODES)
  idType?: string;

  @ApiPropertyOptional({ nullable: true })
  @IsOptional()
  @IsAreaCode()
  residenceOrg?: string;
}

export class ListPersonsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    maxLength: 60,
    description: 'Beginning of the name, pinyin or its initials; or a whole ID or telephone number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @ApiPropertyOptional({ description: 'Area code or prefix' })
  @IsOptional()
  @IsAreaPrefix()
  @IsNotEmpty()
  org?: string;
}

/** The same search with its words in the body: an ID number or a telephone must not stand in an address. */
export class SearchPersonsDto extends PageBodyDto {
  @ApiProperty({
    maxLength: 60,
    description: 'Beginning of the name, pinyin or its initials; or a whole ID or telephone number.',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  q: string;

  @ApiPropertyOptional({ nullable: true, description: 'Area code or prefix' })
  @IsOptional()
  @IsAreaPrefix()
  @IsNotEmpty()
  org?: string;
}

export class RevealPersonDto {
  @ApiProperty({ enum: REVEALABLE, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(REVEALABLE.length)
  @IsIn(REVEALABLE, { each: true })
  fields: string[];

  @ApiProperty({ maxLength: 200, description: 'Kept in the audit trail.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason: string;
}

export class RevealedDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Clear values by field.' })
  values: Record<string, string>;
}
