import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PERMISSIONS, ROLES } from '#auth';
import { OptionalBody } from '../http/request-validation.pipe.js';

const LONGEST_PASSWORD = 256;
/** Eight hours: the longest session. */
const MOST_IDLE_SECONDS = 28_800;
const SESSION_KINDS = ['token', 'cookie'] as const;

/** Six digits of an authenticator, or a recovery code as printed or without its hyphens. */
const ONE_TIME_CODE = /^(?:\d{6}|[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}-?[A-Za-z0-9]{4})$/;

export class LoginDto {
  @ApiProperty({ maxLength: 64, example: 'street' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username: string;

  @ApiProperty({ maxLength: LONGEST_PASSWORD })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;

  @ApiPropertyOptional({
    nullable: true,
    maxLength: 14,
    description: 'Code of the authenticator, where one is enrolled, or one of the recovery codes.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(14)
  @Matches(ONE_TIME_CODE)
  otp?: string;

  @ApiPropertyOptional({
    nullable: true,
    enum: SESSION_KINDS,
    default: 'token',
    description:
      '`cookie`, for pages in a browser: the tokens come as HttpOnly cookies and not in the answer. Every write then needs the header `X-CSRF-Token` with the value of the cookie `xinqiao_csrf`.',
  })
  @IsOptional()
  @IsIn(SESSION_KINDS)
  session?: (typeof SESSION_KINDS)[number];
}

export class RefreshDto extends OptionalBody {
  @ApiPropertyOptional({ nullable: true, maxLength: 128, description: 'Left out: the one in the cookie.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  refreshToken?: string;

  @ApiPropertyOptional({
    nullable: true,
    type: 'integer',
    minimum: 0,
    maximum: MOST_IDLE_SECONDS,
    description:
      'How long ago the user did something last. A page that renews its tokens by itself says so and keeps nobody signed in. Left out: just now.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_IDLE_SECONDS)
  idleSeconds?: number;
}

export class CurrentPasswordDto {
  @ApiProperty({ maxLength: LONGEST_PASSWORD })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  currentPassword: string;
}

export class ConfirmOtpDto {
  @ApiProperty({ maxLength: 6, example: '123456', description: 'The first code of the new authenticator.' })
  @IsString()
  @MaxLength(6)
  @Matches(/^\d{6}$/)
  otp: string;
}

export class OwnOtpDto extends CurrentPasswordDto {
  @ApiProperty({ maxLength: 14, description: 'Code of the authenticator, or one of the recovery codes.' })
  @IsString()
  @MaxLength(14)
  @Matches(ONE_TIME_CODE)
  otp: string;
}

export class ChangePasswordDto extends CurrentPasswordDto {
  @ApiProperty({ description: 'At least 12 characters, or at least 8 of four kinds; at most 64.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  newPassword: string;
}

/** Who is signed in. */
export class UserViewDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  displayName: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  @ApiProperty({ type: [String], description: 'Area prefixes by digit groups; "" is everywhere.' })
  scopes: string[];

  @ApiProperty()
  username: string;

  @ApiProperty()
  mustChangePassword: boolean;

  @ApiProperty({ description: 'A role asks for a second factor: until one is enrolled only the own account is open.' })
  mustEnrolOtp: boolean;
}

/** The second factor of whoever is signed in. */
export class OtpStateDto {
  @ApiProperty()
  enabled: boolean;

  @ApiProperty({ description: 'A role of the user asks for it.' })
  required: boolean;

  @ApiProperty({ type: 'integer' })
  recoveryCodesLeft: number;
}

/** Who is signed in, and what is open now. */
export class MeDto extends UserViewDto {
  @ApiProperty({ enum: PERMISSIONS, isArray: true })
  permissions: string[];

  @ApiProperty({ type: OtpStateDto })
  otp: OtpStateDto;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the session ends unless it is refreshed before.',
  })
  sessionEndsAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it ends in any case.' })
  sessionLimitAt: string | null;

  @ApiProperty({ format: 'date', description: 'The calendar day it is for the rules, whatever the browser thinks.' })
  today: string;
}

export class NewOtpDto {
  @ApiProperty({ description: 'Base32, to type in by hand.' })
  secret: string;

  @ApiProperty({ description: 'For a QR code.' })
  otpauthUri: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Shown this once; each may be used once instead of a code.' })
  recoveryCodes: string[];
}

export class SessionDto {
  @ApiPropertyOptional({ description: 'ES256 JWT, for `Authorization: Bearer`; not there in a cookie session.' })
  accessToken?: string;

  @ApiPropertyOptional({ description: 'Usable once; not there in a cookie session.' })
  refreshToken?: string;

  @ApiProperty({ type: 'integer' })
  expiresInSeconds: number;

  @ApiProperty({ type: UserViewDto })
  user: UserViewDto;
}
