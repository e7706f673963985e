import { DomainError } from '#contracts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 200;

/** Page size of a request: 0 means the default. */
export function pageSize(limit: number): number {
  if (limit === 0) return DEFAULT_PAGE;
  if (limit < 1 || limit > LARGEST_PAGE) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'limit', code: 'FIELD.RANGE' }] });
  }
  return limit;
}

/** A keyset cursor holds the sort keys of the last row; opaque to clients. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor; an empty list for the first page. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  if (cursor === '') return [];
  const keys = parseKeys(cursor);
  if (keys?.length !== length) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
  }
  return keys;
}

function parseKeys(cursor: string): readonly string[] | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : null;
  } catch {
    return null;
  }
}
