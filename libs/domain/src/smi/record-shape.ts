import { isCode, type CodeList } from '../kernel/code-list.js';
import { isIsoDate } from '../kernel/iso-date.js';
import type { FieldCode, Refusal } from '../kernel/problem.js';

/** What one field may hold. Null and absent always pass: what is required is asked for elsewhere. */
export type FieldShape =
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'count'; readonly max: number }
  | { readonly kind: 'amount'; readonly max: number }
  | { readonly kind: 'code'; readonly list: CodeList }
  | { readonly kind: 'codes'; readonly list: CodeList }
  | { readonly kind: 'object'; readonly fields: FieldShapes }
  | { readonly kind: 'rows'; readonly fields: FieldShapes; readonly max: number };

/** Shapes by field name. */
export type FieldShapes = Readonly<Record<string, FieldShape>>;

type Problem = Refusal<FieldCode>;

/** Checks any JSON value against the shapes; never throws. Keys starting with `$` belong to the message runtime and pass. */
export function checkShape(value: unknown, fields: FieldShapes, path = ''): Problem[] {
  if (!isRecord(value)) return [{ field: path, code: 'FIELD.TYPE' }];
  const problems: Problem[] = [];
  // Every visit passes here, twice: what is sound must cost no more than the look at it.
  for (const key of Object.keys(value)) {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (shape !== undefined) checkField(value[key], shape, path, key, problems);
    else if (!key.startsWith('$')) problems.push({ field: join(path, key), code: 'FIELD.UNKNOWN' });
  }
  return problems;
}

/** Whether a value is a plain object or a decoded message. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkField(value: unknown, shape: FieldShape, parent: string, key: string, problems: Problem[]): void {
  if (value === null || value === undefined) return;
  switch (shape.kind) {
    case 'object':
      problems.push(...checkShape(value, shape.fields, join(parent, key)));
      return;
    case 'rows':
      problems.push(...checkRows(value, shape.fields, shape.max, join(parent, key)));
      return;
    case 'codes':
      problems.push(...checkCodes(value, shape.list, join(parent, key)));
      return;
    default: {
      const code = checkScalar(value, shape);
      if (code !== null) problems.push({ field: join(parent, key), code });
    }
  }
}

type ScalarShape = Exclude<FieldShape, { kind: 'object' | 'rows' | 'codes' }>;

function checkScalar(value: unknown, shape: ScalarShape): FieldCode | null {
  switch (shape.kind) {
    case 'date':
      return typeof value !== 'string' ? 'FIELD.TYPE' : isIsoDate(value) ? null : 'FIELD.DATE';
    case 'flag':
      return typeof value === 'boolean' ? null : 'FIELD.TYPE';
    case 'text':
      return typeof value !== 'string' ? 'FIELD.TYPE' : value.length > shape.max ? 'FIELD.TOO_LONG' : null;
    case 'code':
      return checkCode(value, shape.list);
    case 'count':
      return checkNumber(value, shape.max, true);
    case 'amount':
      return checkNumber(value, shape.max, false);
  }
}

function checkNumber(value: unknown, max: number, whole: boolean): FieldCode | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'FIELD.TYPE';
  if (whole && !Number.isInteger(value)) return 'FIELD.TYPE';
  return value >= 0 && value <= max ? null : 'FIELD.RANGE';
}

function checkCode(value: unknown, list: CodeList): FieldCode | null {
  if (typeof value !== typeof list[0]?.code) return 'FIELD.TYPE';
  return isCode(list, value) ? null : 'FIELD.CODE';
}

function checkCodes(value: unknown, list: CodeList, path: string): Problem[] {
  if (!Array.isArray(value)) return [{ field: path, code: 'FIELD.TYPE' }];
  if (value.length > list.length) return [{ field: path, code: 'FIELD.RANGE' }];
  const problems = value.flatMap((item, index): Problem[] => {
    const code = checkCode(item, list);
    return code === null ? [] : [{ field: `${path}.${index}`, code }];
  });
  const repeated = new Set(value).size < value.length;
  return repeated ? [...problems, { field: path, code: 'FIELD.INVALID' }] : problems;
}

function checkRows(value: unknown, fields: FieldShapes, max: number, path: string): Problem[] {
  if (!Array.isArray(value)) return [{ field: path, code: 'FIELD.TYPE' }];
  if (value.length > max) return [{ field: path, code: 'FIELD.RANGE' }];
  return value.flatMap((row, index) => checkShape(row, fields, `${path}.${index}`));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
