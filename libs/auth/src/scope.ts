import { DomainError } from '#contracts';
import { inScope, normaliseScope } from '#domain';
import type { Caller } from '#observability';

/** Whether an area code (or prefix) lies inside one of the caller's areas. */
export function isInScope(caller: Caller, area: string): boolean {
  return inScope(caller.scopes, area);
}

/**
 * Refuses an area outside the caller's with "not found", so that an answer never tells whether something exists there
 * (`api.md`, Conventions).
 */
export function assertInScope(caller: Caller, area: string): void {
  if (!isInScope(caller, area)) throw new DomainError('COMMON.NOT_FOUND');
}

/** The areas given, cut at digit groups, without those that lie inside another of them, in order. */
export function normaliseScopes(areas: readonly string[]): readonly string[] {
  const cut = [...new Set(areas.map((area) => normaliseScope(area)))].sort();
  return cut.filter((area, i) => !cut.slice(0, i).some((wider) => area.startsWith(wider)));
}
