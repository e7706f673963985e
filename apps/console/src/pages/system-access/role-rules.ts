import type { Role } from '../../shared/role-name.js';
import type { RoleInfo } from './access-queries.js';

/** Why roles may not meet in one person; undefined when they may. The server judges again. */
export function conflictOf(
  chosen: readonly Role[],
  infos: readonly RoleInfo[],
): 'auditor' | 'administrator' | undefined {
  const kinds = new Set(infos.filter(({ role }) => chosen.includes(role)).map(({ kind }) => kind));
  if (kinds.has('auditor') && chosen.length > 1) return 'auditor';
  return kinds.has('administrator') && kinds.has('business') ? 'administrator' : undefined;
}
