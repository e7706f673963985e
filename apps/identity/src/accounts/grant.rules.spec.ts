import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInScope, permissionsOf, ROLES, rolesConflict, type Role } from '#auth';
import type { Caller } from '#observability';
import { governs, refuseGrant } from './grant.rules.js';

const caller = (roles: readonly Role[], scopes: readonly string[]): Caller => ({
  kind: 'user',
  id: 'u',
  roles,
  scopes,
});
const area = fc.constantFrom('', '99', '9901', '990101', '990101001', '990101001001', '990101002', '990102');

describe('handing out rights', () => {
  it('never reaches beyond the own areas', () => {
    fc.assert(
      fc.property(fc.array(area), fc.array(area), fc.subarray([...ROLES]), (mine, theirs, roles) => {
        const admin = caller(['system_admin', 'security_admin'], mine);
        if (refuseGrant(admin, roles, theirs) !== null) return;
        expect(theirs.every((one) => isInScope(admin, one))).toBe(true);
        expect(governs(admin, { scopes: theirs })).toBe(true);
      }),
    );
  });

  it('never joins administration and people’s files, nor audit and anything else', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES], { minLength: 1 }), (roles) => {
        if (rolesConflict(roles)) return;
        const rights = permissionsOf(roles);
        const business = rights.some((right) => right.startsWith('smi.') || right.startsWith('registry.person.'));
        const administers = rights.includes('identity.user.write') || rights.includes('ops.write');
        expect(business && administers).toBe(false);
        expect(rights.includes('audit.read') && roles.length > 1).toBe(false);
      }),
    );
  });
});
