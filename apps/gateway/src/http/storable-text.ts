import type { FieldProblem } from '#contracts';

/**
 * Text that comes back as it went in: PostgreSQL has no U+0000, and half of a surrogate pair is no character in UTF-8. Either
 * would break, or silently change, long after the request was accepted.
 */
export function isStorableText(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

/** The fields of a value, at every depth, whose text could not be kept. The caller has bounded the depth. */
export function unstorableTexts(value: unknown, path = ''): FieldProblem[] {
  if (typeof value === 'string') return isStorableText(value) ? [] : [{ field: path, code: 'FIELD.INVALID' }];
  if (Array.isArray(value)) return value.flatMap((item, index) => unstorableTexts(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    unstorableTexts(member, path === '' ? name : `${path}.${name}`),
  );
}
