import { DomainError } from '#contracts';
import { isAreaPrefix, normaliseScope } from '#domain';
import type { Caller } from '#observability';

/**
 * The condition "the area lies in the caller's, and in `org` when given" as ranges an index can serve. Row security says
 * the same again, but in a form no index can use.
 */
export function areaCondition(column: string, caller: Caller, org: string | undefined, params: unknown[]): string {
  const prefixes = areasToRead(caller, org);
  if (prefixes.includes('')) return 'true';
  const ranges = prefixes.map((prefix) => {
    params.push(prefix, afterPrefix(prefix));
    return `(${column} >= $${params.length - 1} and ${column} < $${params.length})`;
  });
  return ranges.length === 0 ? 'false' : `(${ranges.join(' or ')})`;
}

/** The caller's areas cut down to the one asked for; "" is everywhere, an empty list nowhere. */
export function areasToRead(caller: Caller, org: string | undefined): string[] {
  const scopes = caller.scopes.map((scope) => normaliseScope(scope));
  if (org === undefined || org === '') return [...new Set(scopes)];
  if (!isAreaPrefix(org, { demo: true })) {
    throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'org', code: 'FIELD.INVALID' }] });
  }
  const wanted = normaliseScope(org);
  if (scopes.some((scope) => wanted.startsWith(scope))) return [wanted];
  return [...new Set(scopes.filter((scope) => scope.startsWith(wanted)))];
}

/** The smallest text behind every text that begins so (columns compare byte by byte). */
export function afterPrefix(prefix: string): string {
  const last = prefix.length - 1;
  return prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}
