import type { Role } from '../../shared/role-name.js';

/** In the order of the forms: those who work with people, then those who keep the system. */
export const ROLES = [
  'district_official',
  'health_bureau',
  'street_staff',
  'community_worker',
  'psychiatrist',
  'counsellor',
  'supervisor',
  'department_user',
  'system_admin',
  'security_admin',
  'audit_admin',
  'ops',
] as const satisfies readonly Role[];
