import { grantedBy, isInScope, rolesConflict, type Role } from '#auth';
import type { ErrorCode } from '#contracts';
import type { Caller } from '#observability';

/** The refusal of handing these roles and areas to somebody, null when the caller may. */
export function refuseGrant(caller: Caller, roles: readonly Role[], scopes: readonly string[]): ErrorCode | null {
  if (rolesConflict(roles)) return 'IDENTITY.USER.ROLE_CONFLICT';
  if (caller.kind === 'system') return null;
  const notMine = roles.some((role) => {
    const by = grantedBy(role);
    return by !== undefined && !caller.roles.includes(by);
  });
  if (notMine) return 'IDENTITY.USER.ROLE_NOT_YOURS';
  return scopes.every((scope) => isInScope(caller, scope)) ? null : 'IDENTITY.USER.SCOPE_NOT_YOURS';
}

/** Whether the caller may see and manage an account: all its areas lie within the caller's. */
export function governs(caller: Caller, account: { readonly scopes: readonly string[] }): boolean {
  return account.scopes.every((scope) => isInScope(caller, scope));
}
