import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQueryDto } from '../http/page-query.dto.js';
import { IsAreaPrefix, IsIsoDate } from '../http/validators.js';

/** The area of `GET /tasks/summary`. */
export class TaskSummaryQueryDto {
  @ApiPropertyOptional({ description: 'Area code or prefix' })
  @IsOptional()
  @IsAreaPrefix()
  org?: string;
}

/** Filters of `GET /tasks`. */
export class ListTasksQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: ['me'], description: 'Work of your own area' })
  @IsOptional()
  @IsIn(['me'])
  assignee?: string;

  @ApiPropertyOptional({ description: 'Area code or prefix' })
  @IsOptional()
  @IsAreaPrefix()
  org?: string;

  @ApiPropertyOptional({ enum: ['smi', 'special-population'] })
  @IsOptional()
  @IsIn(['smi', 'special-population'])
  service?: string;

  @ApiPropertyOptional({ enum: ['due', 'overdue', 'upcoming', 'done'] })
  @IsOptional()
  @IsIn(['due', 'overdue', 'upcoming', 'done'])
  status?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date' })
  @IsOptional()
  @IsIsoDate()
  dueBefore?: string;
}
