import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import type { CodeList } from '#domain';
import { IsIsoDate } from '../http/validators.js';

// Absent means "leave it"; an empty text means "clear it".
const unlessEmpty = (): PropertyDecorator =>
  ValidateIf((_dto, value: unknown) => value !== undefined && value !== null && value !== '');

/** An optional text. */
export function ClearableText(options: { maxLength: number; description?: string }): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ ...options, nullable: true }),
    unlessEmpty(),
    IsString(),
    MaxLength(options.maxLength),
  );
}

/** An optional code of a list. */
export function ClearableCode(list: CodeList, standard: string): PropertyDecorator {
  const codes = list.map((entry) => entry.code);
  return applyDecorators(
    ApiPropertyOptional({ type: String, nullable: true, description: `Code of ${standard}` }),
    unlessEmpty(),
    IsIn(codes),
  );
}

/** An optional calendar day. */
export function ClearableDate(): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ format: 'date', nullable: true }), unlessEmpty(), IsIsoDate());
}
