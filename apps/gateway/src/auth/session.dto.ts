import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES } from '#auth';

const LONGEST_PASSWORD = 256;

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

  @ApiPropertyOptional({ nullable: true, description: 'Code of the authenticator, where one is enrolled.' })
  @IsOptional()
  @IsString()
  @Matches(/^\d{6}$/)
  otp?: string;
}

export class RefreshDto {
  @ApiProperty({ maxLength: 128 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  refreshToken: string;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: LONGEST_PASSWORD })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  currentPassword: string;

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
}

export class SessionDto {
  @ApiProperty({ description: 'ES256 JWT, for `Authorization: Bearer`.' })
  accessToken: string;

  @ApiProperty({ description: 'Usable once.' })
  refreshToken: string;

  @ApiProperty({ type: 'integer' })
  expiresInSeconds: number;

  @ApiProperty({ type: UserViewDto })
  user: UserViewDto;
}
