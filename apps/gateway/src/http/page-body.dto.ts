import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** `limit` and `cursor` of a list asked for in a body, because its words must not stand in an address. */
export class PageBodyDto {
  @ApiPropertyOptional({ nullable: true, type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ nullable: true, description: 'From the previous answer (nextCursor).', maxLength: 512 })
  @IsOptional()
  @IsString()
  @MaxLength(512)
  cursor: string = '';
}
