import { isInScope, type Role } from '#auth';
import type { ErrorCode } from '#contracts';
import type { Caller } from '#observability';

/** Administrators hold no business role, and the auditor is nobody else (service-system.md G.3 8.1.4.2, G.5). */
const ADMINISTRATORS: readonly Role[] = ['system_admin', 'security_admin', 'ops'];
const AUDITOR: Role = 'audit_admin';

/** Who may hand out the roles that guard the system itself; business roles either administrator may. */
const GRANTED_BY: Readonly<Partial<Record<Role, Role>>> = {
  system_admin: 'system_admin',
  ops: 'system_admin',
  security_admin: 'security_admin',
  audit_admin: 'security_admin',
};

/** Roles that must not meet in one person. */
export function rolesConflict(roles: readonly Role[]): boolean {
  if (roles.includes(AUDITOR)) return roles.length > 1;
  const administrative = roles.filter((role) => ADMINISTRATORS.includes(role)).length;
  return administrative > 0 && administrative < roles.length;
}

/** The refusal of handing these roles and areas to somebody, null when the caller may. */
export function refuseGrant(caller: Caller, roles: readonly Role[], scopes: readonly string[]): ErrorCode | null {
  if (rolesConflict(roles)) return 'IDENTITY.USER.ROLE_CONFLICT';
  if (caller.kind === 'system') return null;
  const notMine = roles.some((role) => {
    const by = GRANTED_BY[role];
    return by !== undefined && !caller.roles.includes(by);
  });
  if (notMine) return 'IDENTITY.USER.ROLE_NOT_YOURS';
  return scopes.every((scope) => isInScope(caller, scope)) ? null : 'IDENTITY.USER.SCOPE_NOT_YOURS';
}

/** Whether the caller may see and manage an account: all its areas lie within the caller's. */
export function governs(caller: Caller, account: { readonly scopes: readonly string[] }): boolean {
  return account.scopes.every((scope) => isInScope(caller, scope));
}
