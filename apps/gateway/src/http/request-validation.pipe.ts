import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { DomainError, type ErrorCode, type FieldProblem } from '#contracts';
import { unstorableTexts } from './storable-text.js';

/** Deeper nesting than any DTO has; also keeps hostile bodies from exhausting the stack. */
const MAX_DEPTH = 16;

/** A body whose fields may all be left out may be left out itself: its DTO extends this. */
export abstract class OptionalBody {}

/** Checks bodies, queries and paths against their DTO. Unknown fields are refused; `null` in a body means absent. */
@Injectable()
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      // The value stays with the error only so that a missing field can be told from a wrong one; it is never answered.
      validationError: { target: false, value: true },
      exceptionFactory: (errors) => refusalOf(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom' || !this.hasDto(metadata)) return super.transform(value, metadata);
    const sent = value === undefined && mayBeEmpty(metadata) ? {} : value;
    if (metadata.type === 'body' && !isPlainObject(sent)) throw new DomainError('COMMON.MALFORMED');
    const given = metadata.type === 'body' ? withoutNulls(sent, 0) : sent;
    const unstorable = unstorableTexts(given);
    if (unstorable.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: unstorable });
    return super.transform(given, metadata);
  }

  private hasDto(metadata: ArgumentMetadata): boolean {
    return metadata.metatype !== undefined && this.toValidate(metadata);
  }
}

function mayBeEmpty({ type, metatype }: ArgumentMetadata): boolean {
  return type === 'body' && metatype?.prototype instanceof OptionalBody;
}

/** The fields at fault, with codes of the closed list. */
export function refusalOf(errors: readonly ValidationError[]): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: errors.flatMap((error) => problemsOf(error, '')) });
}

/** Drops `null` members of objects at every level; a null inside a list stays, and fails its type. */
export function withoutNulls(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new DomainError('COMMON.MALFORMED');
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth + 1));
  if (!isPlainObject(value)) return value;
  // The copy below would lose such a name instead of refusing it.
  if (Object.keys(value).some((name) => name in Object.prototype)) throw new DomainError('COMMON.MALFORMED');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member, depth + 1)]),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemsOf(error: ValidationError, parent: string): FieldProblem[] {
  const field = pathOf(parent, error.property);
  const own = Object.keys(error.constraints ?? {});
  const nested = (error.children ?? []).flatMap((child) => problemsOf(child, field));
  if (own.length === 0) return nested;
  const code = codeOf(own, error.value === undefined);
  // What stands inside a value of the wrong kind is of no interest.
  return code === 'FIELD.TYPE' ? [{ field, code }] : [{ field, code }, ...nested];
}

function pathOf(parent: string, property: string): string {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

const CODE_OF_CONSTRAINT: readonly (readonly [ErrorCode, readonly string[]])[] = [
  ['FIELD.UNKNOWN', ['whitelistValidation', 'unknownValue']],
  ['FIELD.DATE', ['isIsoDate', 'isDateString']],
  [
    'FIELD.TYPE',
    ['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'nestedValidation', 'isNumberString'],
  ],
  ['FIELD.CODE', ['isIn', 'isEnum']],
  ['FIELD.TOO_LONG', ['maxLength', 'isLength']],
  ['FIELD.RANGE', ['min', 'max', 'arrayMaxSize', 'arrayMinSize', 'minLength', 'arrayUnique', 'isPositive']],
  ['FIELD.REQUIRED', ['isDefined', 'isNotEmpty', 'arrayNotEmpty']],
];

function codeOf(constraints: readonly string[], absent: boolean): ErrorCode {
  const found = CODE_OF_CONSTRAINT.find(([, names]) => names.some((name) => constraints.includes(name)));
  if (absent && found?.[0] !== 'FIELD.UNKNOWN') return 'FIELD.REQUIRED';
  return found?.[0] ?? 'FIELD.INVALID';
}
