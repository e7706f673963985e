import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#auth';
import { AuthService, UserService } from '#contracts';
import type { CallContext } from '#observability';
import { withKey } from '#testing';
import { GOOD_PASSWORD, IdentityFixture, refusalOf, refused } from './identity-fixture.js';

describe('managing users', () => {
  let identity: IdentityFixture;
  let admin: CallContext;
  let streetAdmin: CallContext;

  beforeAll(async () => {
    identity = await IdentityFixture.start();
    admin = identity.as(['system_admin', 'security_admin'], ['']);
    streetAdmin = identity.as(['system_admin', 'security_admin'], ['990101001']);
  });
  afterAll(() => identity.stop());

  const create = (
    context: CallContext,
    user: Partial<{ username: string; roles: string[]; scopes: string[]; password: string; displayName: string }> = {},
  ) =>
    identity.rpc.call(
      UserService.method.createUser,
      {
        username: `u-${randomUUID().slice(0, 8)}`,
        displayName: '某人',
        password: GOOD_PASSWORD,
        roles: ['street_staff'],
        scopes: ['990101001'],
        ...user,
      },
      context,
    );

  const update = (context: CallContext, id: string, expectedVersion: number, change: object) =>
    identity.rpc.call(UserService.method.updateUser, { id, expectedVersion, ...change }, context);

  it.each([
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
    'system_admin',
    'security_admin',
  ] satisfies Role[])('the first administrator may create a %s', async (role) => {
    const { user } = await create(admin, { roles: [role], scopes: ['990101'] });
    expect(user).toMatchObject({ roles: [role], scopes: ['990101'], active: true, version: 1 });
  });

  it('a new user signs in at once', async () => {
    await create(admin, { username: 'Fresh.One' });
    expect((await identity.login('fresh.one')).user).toMatchObject({ roles: ['street_staff'], scopes: ['990101001'] });
  });

  it('the same key gives the same user once; with another body it is refused', async () => {
    const context = withKey(admin);
    const first = await create(context, { username: 'twice' });
    const again = await create(context, { username: 'twice' });
    expect(again.user!.id).toBe(first.user!.id);
    expect(await refusalOf(create(context, { username: 'twice', password: 'Another-quiet-lake-9' }))).toBe(
      'COMMON.IDEMPOTENCY_KEY_REUSED',
    );
  });

  it('a name is taken once', async () => {
    await create(admin, { username: 'taken' });
    expect(await refusalOf(create(admin, { username: 'TAKEN' }))).toBe('IDENTITY.USER.NAME_TAKEN');
  });

  it.each([
    ['an area outside', streetRights(['990101002'])],
    ['a wider area', streetRights(['990101'])],
    ['everywhere', streetRights([''])],
    ['one area inside and one outside', streetRights(['990101001001', '990101002001'])],
  ])('nobody hands out %s', async (_name, user) => {
    expect(await refusalOf(create(streetAdmin, user))).toBe('IDENTITY.USER.SCOPE_NOT_YOURS');
  });

  it('hands out areas inside the own ones', async () => {
    const { user } = await create(streetAdmin, { scopes: ['990101001002'] });
    expect(user!.scopes).toEqual(['990101001002']);
  });

  it.each([
    ['system_admin', ['security_admin']],
    ['system_admin', ['audit_admin']],
    ['security_admin', ['system_admin']],
    ['security_admin', ['ops']],
  ] as [Role, Role[]][])('a %s alone does not hand out %j', async (role, roles) => {
    expect(await refusalOf(create(identity.as([role], ['']), { roles }))).toBe('IDENTITY.USER.ROLE_NOT_YOURS');
  });

  it.each([
    [['audit_admin', 'system_admin']],
    [['audit_admin', 'street_staff']],
    [['system_admin', 'psychiatrist']],
    [['ops', 'district_official']],
  ])('the roles %j do not meet in one person', async (roles) => {
    expect(await refusalOf(create(admin, { roles }))).toBe('IDENTITY.USER.ROLE_CONFLICT');
  });

  it.each([
    [{ username: '' }, 'username'],
    [{ username: '<script>' }, 'username'],
    [{ displayName: ' ' }, 'displayName'],
    [{ displayName: 'x'.repeat(65) }, 'displayName'],
    [{ roles: [] }, 'roles'],
    [{ roles: ['root'] }, 'roles'],
    [{ roles: ['password_change_required'] }, 'roles'],
    [{ scopes: ['99010'] }, 'scopes[0]'],
    [{ scopes: ['990101', 'x'] }, 'scopes[1]'],
    [{ password: 'weak' }, 'password'],
    [{ username: 'same-as-password', password: 'same-as-password' }, 'password'],
  ])('refuses %j and names the field', async (user, field) => {
    const error = await refused(create(admin, user));
    expect(error).toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
    expect(error!.options.errors!.map((problem) => problem.field)).toEqual([field]);
  });

  it('only administrators manage users', async () => {
    const method = UserService.method.listUsers;
    for (const role of ['street_staff', 'district_official', 'audit_admin', 'ops'] as const) {
      expect(await refusalOf(create(identity.as([role], [''])))).toBe('COMMON.FORBIDDEN');
      expect(await refusalOf(identity.rpc.call(method, {}, identity.as([role], [''])))).toBe('COMMON.FORBIDDEN');
    }
  });

  it('lists page by page those of the own areas only', async () => {
    for (let i = 0; i < 5; i += 1) await create(admin, { username: `page-${i}`, scopes: ['990101003001'] });
    await create(admin, { username: 'page-x', scopes: ['990101003', '990101004'] });
    const mine = identity.as(['system_admin'], ['990101003']);
    const names: string[] = [];
    let cursor = '';
    do {
      const page = await identity.rpc.call(UserService.method.listUsers, { limit: 2, cursor }, mine);
      expect(page.items.length).toBeLessThanOrEqual(2);
      names.push(...page.items.map((item) => item.username));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(names).toEqual(['page-0', 'page-1', 'page-2', 'page-3', 'page-4']);
  });

  it('hides users outside the own areas', async () => {
    const { user } = await create(admin, { scopes: ['990101002'] });
    const get = identity.rpc.call(UserService.method.getUser, { id: user!.id }, streetAdmin);
    expect(await refusalOf(get)).toBe('COMMON.NOT_FOUND');
    expect(await refusalOf(update(streetAdmin, user!.id, 1, { active: false }))).toBe('COMMON.NOT_FOUND');
  });

  it('does not let a lesser administrator take over a greater one', async () => {
    const { user } = await create(admin, { roles: ['security_admin'], scopes: ['990101001'] });
    const system = identity.as(['system_admin'], ['']);
    expect(await refusalOf(update(system, user!.id, 1, { password: 'Another-quiet-lake-9' }))).toBe(
      'IDENTITY.USER.ROLE_NOT_YOURS',
    );
  });

  it('refuses a stale version with the current state', async () => {
    const { user } = await create(admin);
    await update(admin, user!.id, 1, { displayName: '新名' });
    const error = await refused(update(admin, user!.id, 1, { displayName: '旧名' }));
    expect(error).toMatchObject({
      code: 'COMMON.VERSION_STALE',
      options: { context: expect.objectContaining({ version: 2, displayName: '新名' }) },
    });
  });

  it('a repeat of a change has the first answer, whatever came of it', async () => {
    const { user } = await create(admin, { username: 'repeated', scopes: ['990101001'] });
    const reset = withKey(streetAdmin);
    const given = { password: 'Another-quiet-lake-9' };
    const first = await update(reset, user!.id, 1, given);
    expect(await update(reset, user!.id, 1, given)).toEqual(first);
    const other = { password: 'Another-quiet-lake-8' };
    expect(await refusalOf(update(reset, user!.id, 1, other))).toBe('COMMON.IDEMPOTENCY_KEY_REUSED');
    // Moved to an area where the one who moved it governs nothing.
    const moved = withKey(identity.as(['system_admin', 'security_admin'], ['990101001', '990101002']));
    const away = { scopes: { values: ['990101002'] } };
    const second = await update(moved, user!.id, 2, away);
    await update(admin, user!.id, 3, { scopes: { values: ['990101003'] } });
    expect(await update(moved, user!.id, 2, away)).toEqual(second);
    expect((await identity.findUser('repeated')).version).toBe(4);
  });

  it('nobody changes the own rights', async () => {
    const { user } = await create(admin, { roles: ['system_admin'], scopes: ['990101'] });
    const self = identity.as(['system_admin'], ['990101'], user!.id);
    for (const change of [{ active: false }, { roles: { values: ['ops'] } }, { scopes: { values: ['990101001'] } }]) {
      expect(await refusalOf(update(self, user!.id, 1, change))).toBe('IDENTITY.USER.NOT_YOURSELF');
    }
  });

  it('nobody sets the own password without the old one', async () => {
    const { user } = await create(admin, { username: 'own-password', roles: ['system_admin'], scopes: ['990101'] });
    const self = identity.as(['system_admin'], ['990101'], user!.id);
    for (const change of [{}, { displayName: '新名' }]) {
      const given = { ...change, password: 'Another-quiet-lake-9' };
      expect(await refusalOf(update(self, user!.id, 1, given))).toBe('IDENTITY.PASSWORD.NOT_YOURSELF');
    }
    expect((await identity.login('own-password')).user!.displayName).toBe('某人');
    expect((await update(self, user!.id, 1, { displayName: '新名' })).user!.version).toBe(2);
  });

  describe('takes effect at once:', () => {
    const open = async () => {
      const username = `now-${randomUUID().slice(0, 8)}`;
      const { user } = await create(admin, { username });
      return { id: user!.id, username, session: await identity.login(username) };
    };

    it('a change of role', async () => {
      const { id, session } = await open();
      await update(admin, id, 1, { roles: { values: ['health_bureau'] } });
      const verifier = await identity.gatewayVerifier();
      expect(() => verifier.verify(session.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
      const renewed = await identity.refresh(session.refreshToken);
      expect(verifier.verify(renewed.accessToken).roles).toEqual(['health_bureau']);
    });

    it('a change of area', async () => {
      const { id, session } = await open();
      await update(admin, id, 1, { scopes: { values: ['990101002'] } });
      const renewed = await identity.refresh(session.refreshToken);
      expect((await identity.gatewayVerifier()).verify(renewed.accessToken).scopes).toEqual(['990101002']);
    });

    it('a deactivation', async () => {
      const { id, session, username } = await open();
      await update(admin, id, 1, { active: false });
      expect(await refusalOf(identity.refresh(session.refreshToken))).toBe('IDENTITY.SESSION.ENDED');
      expect(await refusalOf(identity.login(username))).toBe('IDENTITY.LOGIN.FAILED');
      const me = identity.rpc.call(AuthService.method.me, {}, identity.ofSession(session));
      expect(await refusalOf(me)).toBe('COMMON.UNAUTHENTICATED');
      const verifier = await identity.gatewayVerifier();
      expect(() => verifier.verify(session.accessToken)).toThrow('COMMON.UNAUTHENTICATED');
    });

    it('a reset of the password, which also opens a locked name', async () => {
      const { id, session, username } = await open();
      for (let i = 0; i < 6; i += 1) await refusalOf(identity.login(username, 'wrong'));
      await update(admin, id, 1, { password: 'Another-quiet-lake-9' });
      expect(await refusalOf(identity.refresh(session.refreshToken))).toBe('IDENTITY.SESSION.ENDED');
      expect((await identity.login(username, 'Another-quiet-lake-9')).user!.mustChangePassword).toBe(true);
    });
  });

  it('the first administrator is made once, with the password given or a random one', async () => {
    const made = await identity.bootstrap.ensureAdmin();
    expect(made).toMatchObject({ username: 'admin', created: true });
    expect(made.password).toHaveLength(20);
    expect((await identity.login('admin', made.password)).user).toMatchObject({
      roles: ['system_admin', 'security_admin'],
      scopes: [''],
    });
    expect(await identity.bootstrap.ensureAdmin('Ignored-password-1')).toEqual({ username: 'admin', created: false });
    expect(await refusalOf(identity.login('admin', 'Ignored-password-1'))).toBe('IDENTITY.LOGIN.FAILED');
  });
});

function streetRights(scopes: string[]): { scopes: string[] } {
  return { scopes };
}
