import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { STORING_SERVICES, type StoringServiceName } from './services.js';

export class ServicePageQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STORING_SERVICES, description: 'Default: all.' })
  @IsOptional()
  @IsIn(STORING_SERVICES)
  service?: StoringServiceName;
}

export class SearchAuditQueryDto extends ServicePageQueryDto {
  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  actorId?: string;

  @ApiPropertyOptional({ maxLength: 64 })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string;

  @ApiPropertyOptional({ maxLength: 64, example: 'identity.sign_in' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  action?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(40)
  from?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(40)
  to?: string;
}
