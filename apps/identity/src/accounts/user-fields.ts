import { isRole, type Role } from '#auth';
import { DomainError, type FieldProblem } from '#contracts';
import { isAreaPrefix, isProvince } from '#domain';

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;
const DISPLAY_NAME_LENGTH = 64;
const MOST_SCOPES = 50;

/** Refuses a name nobody could sign in with or read. */
export function checkUser(user: { readonly username?: string; readonly displayName?: string }): void {
  const errors: FieldProblem[] = [];
  if (user.username !== undefined && !USERNAME.test(user.username)) {
    errors.push({ field: 'username', code: user.username === '' ? 'FIELD.REQUIRED' : 'FIELD.INVALID' });
  }
  if (user.displayName === '') errors.push({ field: 'displayName', code: 'FIELD.REQUIRED' });
  if ((user.displayName?.length ?? 0) > DISPLAY_NAME_LENGTH) {
    errors.push({ field: 'displayName', code: 'FIELD.TOO_LONG' });
  }
  refuse(errors);
}

/** The roles given, known and each once. */
export function checkRoles(roles: readonly string[]): readonly Role[] {
  const known = roles.filter(isRole);
  if (roles.length === 0) refuse([{ field: 'roles', code: 'FIELD.REQUIRED' }]);
  if (known.length < roles.length) refuse([{ field: 'roles', code: 'FIELD.CODE' }]);
  return [...new Set(known)];
}

/** The areas given: codes or prefixes by digit groups, "" for everywhere. */
export function checkScopes(scopes: readonly string[], demo: boolean): readonly string[] {
  if (scopes.length > MOST_SCOPES) refuse([{ field: 'scopes', code: 'FIELD.RANGE' }]);
  const wrong = scopes.findIndex((scope) => scope !== '' && !isArea(scope, demo));
  if (wrong >= 0) refuse([{ field: `scopes[${wrong}]`, code: 'FIELD.CODE' }]);
  return scopes;
}

function isArea(scope: string, demo: boolean): boolean {
  return isAreaPrefix(scope, { demo }) || (/^\d{2}0{10}$/.test(scope) && isProvince(scope, { demo }));
}

function refuse(errors: readonly FieldProblem[]): void {
  if (errors.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
}
