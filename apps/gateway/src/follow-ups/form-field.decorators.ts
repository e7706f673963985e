import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { INCIDENT_MAX, type CodeList } from '#domain';

/** Most milligrams one dose can have. */
const DOSE_MAX = 100_000;

const typeOf = (list: CodeList) => (typeof list[0]?.code === 'number' ? 'integer' : 'string');
const codesOf = (list: CodeList) => list.map((entry) => entry.code);
const described = (title: string, list: CodeList) =>
  `${title}: ${list.map((entry) => `${entry.code} ${entry.zh}`).join(', ')}`;

/** One value of a code list of the form. */
export function OptionalCode(list: CodeList, title: string): PropertyDecorator {
  return ApiPropertyOptional({
    type: typeOf(list),
    enum: codesOf(list),
    nullable: true,
    description: described(title, list),
  });
}

export function RequiredCode(list: CodeList, title: string): PropertyDecorator {
  return ApiProperty({ type: typeOf(list), enum: codesOf(list), description: described(title, list) });
}

/** Several values of one code list, each at most once. */
export function OptionalCodes(list: CodeList, title: string): PropertyDecorator {
  const items = { type: typeOf(list), enum: codesOf(list) };
  const shape = { type: 'array', items, uniqueItems: true, maxItems: list.length, nullable: true } as const;
  return ApiPropertyOptional({ ...shape, description: described(title, list) });
}

/** A count of occurrences (smi.md 3.3 item 18). */
export function OptionalCount(description: string): PropertyDecorator {
  return ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: INCIDENT_MAX, nullable: true, description });
}

/** Milligrams, not negative. */
export function OptionalDose(description: string): PropertyDecorator {
  return ApiPropertyOptional({ type: 'number', minimum: 0, maximum: DOSE_MAX, nullable: true, description });
}

export function OptionalText(maxLength: number, description: string): PropertyDecorator {
  return ApiPropertyOptional({ type: 'string', maxLength, nullable: true, description });
}

export function OptionalFlag(description: string): PropertyDecorator {
  return ApiPropertyOptional({ type: 'boolean', nullable: true, description });
}

export function OptionalDate(description: string): PropertyDecorator {
  return ApiPropertyOptional({ type: 'string', format: 'date', nullable: true, description });
}

/** A part of the form with items of its own. */
export function OptionalPart(type: () => new () => object): PropertyDecorator {
  // Swagger takes a function for a late answer only when it is called `type`.
  return ApiPropertyOptional({ type: () => type(), nullable: true });
}

/** Drug rows; the national system takes six (smi.md 3.3 item 27). */
export function OptionalRows(type: () => new () => object): PropertyDecorator {
  return ApiPropertyOptional({ type: () => type(), isArray: true, maxItems: 6, nullable: true });
}
