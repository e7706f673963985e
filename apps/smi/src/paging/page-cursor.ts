import { DomainError } from '#contracts';

const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;

/** Rows a page holds: the default when nothing is asked for, refused outside 1 to 200. */
export function pageLimit(limit: number): number {
  if (limit === 0) return DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'limit', code: 'FIELD.RANGE' }] });
  }
  return limit;
}

/** Keyset position of the last row of a page, opaque to callers. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const FORMS = {
  text: /^[^\0]{0,200}$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  instant: /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

/** The position a cursor stands for, `undefined` for the first page. A made-up one is refused before it meets the database. */
export function decodeCursor(cursor: string, shape: readonly (keyof typeof FORMS)[]): string[] | undefined {
  if (cursor === '') return undefined;
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== shape.length) throw badCursor();
  return key.map((part: unknown, i) => {
    const form = FORMS[shape[i] ?? 'text'];
    if (typeof part !== 'string' || !form.test(part)) throw badCursor();
    return part;
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw badCursor(cause);
  }
}

function badCursor(cause?: unknown): DomainError {
  return new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }], cause });
}

/** Cuts the row too many that was read to know whether there is more. */
export function pageOf<R>(rows: readonly R[], limit: number, key: (row: R) => readonly string[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : undefined };
}
