import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsIsoDate } from '../http/validators.js';

/** A number of the paper form's own code list. */
export function OptionalCode(codes: readonly number[], description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', enum: [...codes], nullable: true, description }),
    IsOptional(),
    IsInt(),
    IsIn([...codes]),
  );
}

export function RequiredCode(codes: readonly number[], description: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: 'integer', enum: [...codes], description }), IsInt(), IsIn([...codes]));
}

/** Several numbers of one code list, each at most once. */
export function CodeList(codes: readonly number[], description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'array', items: { type: 'integer', enum: [...codes] }, nullable: true, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(codes.length),
    ArrayUnique(),
    IsInt({ each: true }),
    IsIn([...codes], { each: true }),
  );
}

/** A count of occurrences, 0 to 99 (smi.md 3.3 item 18). */
export function OptionalCount(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 99, nullable: true, description }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(99),
  );
}

/** Milligrams, not negative. */
export function OptionalDose(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'number', minimum: 0, maximum: 100_000, nullable: true, description }),
    IsOptional(),
    IsNumber({ allowNaN: false, allowInfinity: false, maxDecimalPlaces: 3 }),
    Min(0),
    Max(100_000),
  );
}

export function OptionalText(maxLength: number, description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'string', maxLength, nullable: true, description }),
    IsOptional(),
    IsString(),
    MaxLength(maxLength),
  );
}

export function OptionalWord(words: readonly string[], description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'string', enum: [...words], nullable: true, description }),
    IsOptional(),
    IsString(),
    IsIn([...words]),
  );
}

export function OptionalFlag(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'boolean', nullable: true, description }),
    IsOptional(),
    IsBoolean(),
  );
}

export function OptionalDate(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', nullable: true, description }),
    IsOptional(),
    IsIsoDate(),
  );
}
