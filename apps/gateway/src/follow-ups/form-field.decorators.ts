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
import { INCIDENT_MAX, type CodeList } from '#domain';
import { IsIsoDate } from '../http/validators.js';

/** Most milligrams one dose can have. */
const DOSE_MAX = 100_000;

const codesOf = (list: CodeList) => list.map((entry) => entry.code);
const isNumbers = (list: CodeList) => typeof list[0]?.code === 'number';
const described = (title: string, list: CodeList) =>
  `${title}: ${list.map((entry) => `${entry.code} ${entry.zh}`).join(', ')}`;

/** One value of a code list of the form. */
export function OptionalCode(list: CodeList, title: string): PropertyDecorator {
  const type = isNumbers(list) ? 'integer' : 'string';
  const shape = { type, enum: codesOf(list), nullable: true, description: described(title, list) } as const;
  return applyDecorators(ApiPropertyOptional(shape), IsOptional(), ...codeChecks(list));
}

export function RequiredCode(list: CodeList, title: string): PropertyDecorator {
  const shape = { type: 'integer', enum: codesOf(list), description: described(title, list) } as const;
  return applyDecorators(ApiProperty(shape), ...codeChecks(list));
}

function codeChecks(list: CodeList): PropertyDecorator[] {
  return [isNumbers(list) ? IsInt() : IsString(), IsIn(codesOf(list))];
}

/** Several values of one code list, each at most once. */
export function OptionalCodes(list: CodeList, title: string): PropertyDecorator {
  const each = { each: true };
  const items = { type: isNumbers(list) ? 'integer' : 'string', enum: codesOf(list) };
  return applyDecorators(
    ApiPropertyOptional({ type: 'array', items, nullable: true, description: described(title, list) }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(list.length),
    ArrayUnique(),
    isNumbers(list) ? IsInt(each) : IsString(each),
    IsIn(codesOf(list), each),
  );
}

/** A count of occurrences (smi.md 3.3 item 18). */
export function OptionalCount(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: INCIDENT_MAX, nullable: true, description }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(INCIDENT_MAX),
  );
}

/** Milligrams, not negative. */
export function OptionalDose(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'number', minimum: 0, maximum: DOSE_MAX, nullable: true, description }),
    IsOptional(),
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(0),
    Max(DOSE_MAX),
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
