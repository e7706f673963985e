/**
 * Every right a route or a request of a service may ask for. The list is closed: a name used anywhere must stand here.
 * Names read `<service>.<thing>.<read|write|…>`.
 */
export const PERMISSIONS = [
  'registry.org.read',
  'registry.org.write',
  'registry.population.read',
  'registry.population.write',
  'registry.person.read',
  'registry.person.write',
  'registry.person.reveal',
  'registry.import.run',
  'registry.import.read_all',
  'smi.case.read',
  'smi.case.write',
  'smi.case.reveal',
  'smi.follow_up.write',
  'smi.task.read',
  'kpi.indicator.read',
  'kpi.value.read',
  'kpi.member.read',
  'kpi.target.read',
  'kpi.target.write',
  'kpi.recompute',
  'kpi.report.export',
  'identity.user.read',
  'identity.user.write',
  'identity.self',
  'ops.read',
  'ops.write',
  'audit.read',
] as const;

/** One right. */
export type Permission = (typeof PERMISSIONS)[number];

/** Roles of the public contract (`api.md`, Sign-in). */
export const ROLES = [
  'system_admin',
  'security_admin',
  'audit_admin',
  'district_official',
  'health_bureau',
  'street_staff',
  'community_worker',
  'psychiatrist',
  'counsellor',
  'supervisor',
  'department_user',
  'ops',
] as const;

/** One role. */
export type Role = (typeof ROLES)[number];

/** What a role is for. Administrators hold no business role, and the auditor is nobody else (service-system.md G.3, G.5). */
export type RoleKind = 'administrator' | 'auditor' | 'business';

const KINDS: Readonly<Partial<Record<Role, RoleKind>>> = {
  system_admin: 'administrator',
  security_admin: 'administrator',
  ops: 'administrator',
  audit_admin: 'auditor',
};

/** Who may hand out the roles that guard the system itself; business roles either administrator may. */
const GRANTED_BY: Readonly<Partial<Record<Role, Role>>> = {
  system_admin: 'system_admin',
  ops: 'system_admin',
  security_admin: 'security_admin',
  audit_admin: 'security_admin',
};

export function roleKind(role: Role): RoleKind {
  return KINDS[role] ?? 'business';
}

/** The one role whose holders may hand this one out; undefined where every administrator of accounts may. */
export function grantedBy(role: Role): Role | undefined {
  return GRANTED_BY[role];
}

/** Roles that must not meet in one person. */
export function rolesConflict(roles: readonly Role[]): boolean {
  const kinds = roles.map(roleKind);
  if (kinds.includes('auditor')) return roles.length > 1;
  return kinds.includes('administrator') && kinds.includes('business');
}

/** Tells a role of the closed list from any other string. */
export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

/**
 * Stands in a token instead of the user's roles until an expired or reset password has been changed: nothing but the
 * user's own account is open. Nobody can be given it.
 */
export const PASSWORD_CHANGE_ROLE = 'password_change_required';

/**
 * Stands in a token instead of the user's roles until a second factor is enrolled that one of the roles asks for: nothing
 * but the user's own account is open.
 */
export const OTP_ENROLMENT_ROLE = 'otp_enrolment_required';

/** Whether the caller has to enrol a second factor before anything else. */
export function mustEnrolOtp(caller: { readonly roles: readonly string[] }): boolean {
  return caller.roles.includes(OTP_ENROLMENT_ROLE);
}

/** Whether the caller has to change the password before anything else. */
export function mustChangePassword(caller: { readonly roles: readonly string[] }): boolean {
  return caller.roles.includes(PASSWORD_CHANGE_ROLE);
}

/** What every signed-in user may do. */
const EVERYBODY = ['identity.self', 'registry.org.read', 'kpi.indicator.read'] as const satisfies readonly Permission[];

const FIGURES = [
  'kpi.value.read',
  'kpi.target.read',
  'registry.population.read',
] as const satisfies readonly Permission[];

const CASE_WORK = [
  ...FIGURES,
  'kpi.member.read',
  'registry.person.read',
  'registry.person.write',
  'registry.person.reveal',
  'smi.case.read',
  'smi.case.write',
  'smi.case.reveal',
  'smi.follow_up.write',
  'smi.task.read',
] as const satisfies readonly Permission[];

/**
 * Role → rights, the written rule table of `service-system.md` G.5. The three administrators hold no business data:
 * none of them may read a person, a case or a follow-up. Imports write persons and cases but answer with counts only; a
 * street's staff import for their own area. A community worker records visit by visit (G.5: no files, no notes in bulk).
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  system_admin: [
    ...EVERYBODY,
    ...FIGURES,
    'registry.org.write',
    'registry.population.write',
    'registry.import.run',
    'registry.import.read_all',
    'kpi.target.write',
    'kpi.recompute',
    'identity.user.read',
    'identity.user.write',
    'ops.read',
    'ops.write',
  ],
  security_admin: [...EVERYBODY, 'identity.user.read', 'identity.user.write', 'ops.read'],
  audit_admin: [...EVERYBODY, 'audit.read'],
  district_official: [...EVERYBODY, ...FIGURES, 'kpi.member.read', 'kpi.target.write', 'kpi.report.export'],
  health_bureau: [...EVERYBODY, ...FIGURES, 'kpi.report.export'],
  // Counts only, of the own street (G.5: station manager, own street's counts); who answers for no area takes no file away.
  street_staff: [...EVERYBODY, ...CASE_WORK, 'kpi.report.export', 'registry.import.run'],
  community_worker: [...EVERYBODY, ...CASE_WORK],
  psychiatrist: [...EVERYBODY, ...CASE_WORK],
  counsellor: [...EVERYBODY],
  supervisor: [...EVERYBODY],
  department_user: [...EVERYBODY],
  ops: [...EVERYBODY, 'ops.read', 'ops.write', 'kpi.recompute'],
};

const GRANTED: ReadonlyMap<string, ReadonlySet<Permission>> = new Map<string, ReadonlySet<Permission>>([
  ...ROLES.map((role) => [role, new Set(ROLE_PERMISSIONS[role])] as const),
  [PASSWORD_CHANGE_ROLE, new Set<Permission>(['identity.self'])],
  [OTP_ENROLMENT_ROLE, new Set<Permission>(['identity.self'])],
]);

/** Whether one of the roles grants the right. Unknown roles grant nothing. */
export function permits(caller: { readonly roles: readonly string[] }, permission: Permission): boolean {
  return caller.roles.some((role) => GRANTED.get(role)?.has(permission) === true);
}

/** All rights of a set of roles, in the order of the list. */
export function permissionsOf(roles: readonly string[]): readonly Permission[] {
  return PERMISSIONS.filter((permission) => permits({ roles }, permission));
}
