import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsObject,
  IsOptional,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
// Offsets beyond those of the earth's zones are refused by the database.
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const AREA_CODE = /^\d{12}$/;
const DIGITS = /^\d{1,9}$/;
const AREA_PREFIX = /^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})?$/;

/** An existing calendar day written `YYYY-MM-DD`. */
export function IsIsoDate(options?: ValidationOptions): PropertyDecorator {
  return rule('isIsoDate', isIsoDate, options);
}

/** A moment as RFC 3339 writes it: day, time and zone. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return rule('isInstant', isInstant, options);
}

/** A number in a path or query, where values are texts: digits only, not what else JavaScript takes for a number. */
export function WholeNumber(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && DIGITS.test(value) ? Number(value) : value,
  );
}

/** A full 12-digit area code. */
export function IsAreaCode(options?: ValidationOptions): PropertyDecorator {
  return rule('isAreaCode', (value) => typeof value === 'string' && AREA_CODE.test(value), options);
}

/** An area code or a prefix of one cut at the digit groups 2-2-2-3-3; the empty string means everywhere. */
export function IsAreaPrefix(options?: ValidationOptions): PropertyDecorator {
  return rule('isAreaPrefix', (value) => typeof value === 'string' && AREA_PREFIX.test(value), options);
}

/** A nested object (never a list) with a DTO of its own. */
export function NestedObject(type: () => new () => object, options: { optional?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    // Swagger takes a function for a late answer only when it is called `type`.
    options.optional === true
      ? ApiPropertyOptional({ type: () => type(), nullable: true })
      : ApiProperty({ type: () => type() }),
    Type(type),
    IsObject(),
    ValidateNested(),
    ...(options.optional === true ? [IsOptional()] : []),
  );
}

/** A list of nested objects, at most `max` of them. */
export function NestedList(
  type: () => new () => object,
  options: { optional?: boolean; max: number },
): PropertyDecorator {
  const shape = { type: () => type(), isArray: true, maxItems: options.max };
  return applyDecorators(
    options.optional === true ? ApiPropertyOptional({ ...shape, nullable: true }) : ApiProperty(shape),
    Type(type),
    IsArray(),
    ArrayMaxSize(options.max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    ...(options.optional === true ? [IsOptional()] : []),
  );
}

export function isIsoDate(value: unknown): boolean {
  if (typeof value !== 'string' || !ISO_DATE.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

// PostgreSQL knows no year 0.
function isInstant(value: unknown): boolean {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return day !== undefined && isIsoDate(day) && !day.startsWith('0000');
}

function rule(name: string, validate: (value: unknown) => boolean, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy({ name, validator: { validate, defaultMessage: () => name } }, options);
}
