import { ApiProperty, ApiPropertyOptional, IntersectionType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { ROLES } from '#auth';
import { PageBodyDto } from '../http/page-body.dto.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix } from '../http/validators.js';

const LONGEST_PASSWORD = 256;
const MOST_SCOPES = 50;
const USER_STATES = ['active', 'inactive'] as const;

export class CreateUserDto {
  @ApiProperty({ maxLength: 64, description: 'Letters, digits and . _ - @; case does not matter.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username: string;

  @ApiProperty({ maxLength: 64 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  displayName: string;

  @ApiProperty({ description: 'At least 12 characters, or at least 8 of four kinds; at most 64.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: string[];

  @ApiProperty({ type: [String], description: 'Area codes or prefixes; "" is everywhere.', maxItems: MOST_SCOPES })
  @IsArray()
  @ArrayMaxSize(MOST_SCOPES)
  @IsAreaPrefix({ each: true })
  scopes: string[];

  @ApiPropertyOptional({
    nullable: true,
    default: false,
    description: 'A new password is needed at the first sign-in.',
  })
  @IsOptional()
  @IsBoolean()
  mustChangePassword?: boolean;
}

export class UpdateUserDto {
  @ApiPropertyOptional({ nullable: true, maxLength: 64 })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  displayName?: string;

  @ApiPropertyOptional({ nullable: true, description: 'Reset: the user has to change it at the next sign-in.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password?: string;

  @ApiPropertyOptional({ nullable: true, enum: ROLES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles?: string[];

  @ApiPropertyOptional({ nullable: true, type: [String], maxItems: MOST_SCOPES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_SCOPES)
  @IsAreaPrefix({ each: true })
  scopes?: string[];

  @ApiPropertyOptional({ nullable: true, description: 'false ends all sessions at once.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class ListUsersQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ maxLength: 64, description: 'Part of the user name or display name.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  q?: string;

  @ApiPropertyOptional({ enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: string;

  @ApiPropertyOptional({ enum: USER_STATES })
  @IsOptional()
  @IsIn(USER_STATES)
  state?: (typeof USER_STATES)[number];

  @ApiPropertyOptional({ maxLength: 12, description: 'Accounts with an area inside this one: code or prefix.' })
  @IsOptional()
  @IsAreaPrefix()
  org?: string;
}

/** The same list by name: what people are called stands in no address. */
export class SearchUsersDto extends IntersectionType(
  PageBodyDto,
  PickType(ListUsersQueryDto, ['role', 'state', 'org'] as const),
) {
  @ApiProperty({ maxLength: 64, description: 'Part of the user name or display name.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  q: string;
}

/** An account as administrators see it. */
export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  username: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  @ApiProperty({ type: [String] })
  scopes: string[];

  @ApiProperty()
  active: boolean;

  @ApiProperty({ description: 'After too many failed sign-ins.' })
  locked: boolean;

  @ApiProperty()
  mustChangePassword: boolean;

  @ApiProperty()
  otpEnabled: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  lastLoginAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class UserPageDto {
  @ApiProperty({ type: [UserDto] })
  items: UserDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
