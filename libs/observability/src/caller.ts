/** On whose behalf something happens. Built only from a verified token, or by a service for its own housekeeping. */
export interface Caller {
  readonly kind: 'user' | 'system';
  /** User id, or "system:<reason>". */
  readonly id: string;
  readonly roles: readonly string[];
  /** Area code prefixes cut at digit groups (2-2-2-3-3); `''` means all areas; empty list means none. */
  readonly scopes: readonly string[];
  readonly sessionId?: string;
}

/** What travels with a call from edge to edge. */
export interface CallContext {
  readonly caller: Caller;
  /** The verified token itself, for the next hop. Absent for anonymous calls (sign-in). */
  readonly token?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly locale: 'zh-CN' | 'en';
  readonly idempotencyKey?: string;
}

/** Housekeeping of a service itself: all areas, no role. */
export function systemCaller(reason: string): Caller {
  return { kind: 'system', id: `system:${reason}`, roles: [], scopes: [''] };
}

/** Nobody yet: sees no row of anybody. */
export const anonymousCaller: Caller = { kind: 'user', id: 'anonymous', roles: [], scopes: [] };
