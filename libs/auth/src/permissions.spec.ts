import { describe, expect, it } from '@jest/globals';
import {
  OTP_ENROLMENT_ROLE,
  PASSWORD_CHANGE_ROLE,
  permissionsOf,
  PERMISSIONS,
  permits,
  ROLE_PERMISSIONS,
  ROLES,
} from './permissions.js';

const BUSINESS = PERMISSIONS.filter((permission) => /^(registry\.person|smi)\./.test(permission));

describe('roles', () => {
  it.each(['system_admin', 'security_admin', 'audit_admin', 'ops'] as const)(
    '%s sees no person and no case',
    (role) => {
      expect(BUSINESS.filter((permission) => permits({ roles: [role] }, permission))).toEqual([]);
    },
  );

  it('leave the audit log to the auditor', () => {
    expect(ROLES.filter((role) => permits({ roles: [role] }, 'audit.read'))).toEqual(['audit_admin']);
  });

  it('let officials see figures and the people behind them, but no file', () => {
    const official = { roles: ['district_official'] };
    expect(permits(official, 'kpi.value.read')).toBe(true);
    expect(permits(official, 'kpi.member.read')).toBe(true);
    expect(permits(official, 'smi.case.read')).toBe(false);
    expect(permits(official, 'registry.person.reveal')).toBe(false);
  });

  it('give the health bureau figures only', () => {
    expect(permits({ roles: ['health_bureau'] }, 'kpi.member.read')).toBe(false);
  });

  it('unknown to us grant nothing', () => {
    expect(permissionsOf(['root', 'constructor', '__proto__', ''])).toEqual([]);
  });

  it('open nothing but the own account while a password has to be changed', () => {
    expect(permissionsOf([PASSWORD_CHANGE_ROLE])).toEqual(['identity.self']);
    expect(ROLES as readonly string[]).not.toContain(PASSWORD_CHANGE_ROLE);
  });

  it('open nothing but the own account while a second factor has to be enrolled', () => {
    expect(permissionsOf([OTP_ENROLMENT_ROLE])).toEqual(['identity.self']);
    expect(ROLES as readonly string[]).not.toContain(OTP_ENROLMENT_ROLE);
  });

  it('use every permission of the list', () => {
    const used = new Set(Object.values(ROLE_PERMISSIONS).flat());
    expect(PERMISSIONS.filter((permission) => !used.has(permission))).toEqual([]);
  });
});
