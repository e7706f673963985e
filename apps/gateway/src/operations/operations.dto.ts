import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { STORING_SERVICES, type StoringServiceName } from './services.js';

export class ServicePageQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: STORING_SERVICES, description: 'Default: all.' })
  @IsOptional()
  @IsIn(STORING_SERVICES)
  service?: StoringServiceName;
}
