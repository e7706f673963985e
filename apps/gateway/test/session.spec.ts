import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture, GOOD_PASSWORD, type Answer } from './gateway-fixture.js';

interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly user: { readonly id: string };
}

describe('a session over HTTP', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  const signIn = async (name: string): Promise<SignedIn> => {
    const answer = await gateway.login(name);
    expect(answer.status).toBe(200);
    return answer.body as unknown as SignedIn;
  };
  const me = (token: string): Promise<Answer> => gateway.ask('GET', '/api/v1/auth/me', { token });
  const refresh = (refreshToken: string, headers: Record<string, string> = {}): Promise<Answer> =>
    gateway.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken }, headers });

  it('begins, says who I am, and ends at once', async () => {
    await gateway.user('begin', ['street_staff'], ['990101001']);
    const session = await signIn('begin');
    expect(session).toMatchObject({
      expiresInSeconds: 900,
      user: { displayName: 'begin', roles: ['street_staff'], scopes: ['990101001'] },
    });
    expect((await me(session.accessToken)).body).toMatchObject({ id: session.user.id, username: 'begin' });
    expect((await gateway.ask('POST', '/api/v1/auth/logout', { token: session.accessToken })).status).toBe(204);
    expect((await me(session.accessToken)).status).toBe(401);
    expect(await refresh(session.refreshToken)).toMatchObject({
      status: 401,
      body: { code: 'IDENTITY.SESSION.ENDED' },
    });
  });

  it('is refused alike for a wrong password and an unknown name', async () => {
    await gateway.user('known');
    const wrong = await gateway.login('known', 'x');
    const unknown = await gateway.login('unknown', 'x');
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, correlationId: '' }).toEqual({ ...wrong.body, correlationId: '' });
  });

  it('is locked after five failures: 423 with Retry-After', async () => {
    await gateway.user('forgetful');
    for (let i = 0; i < 5; i += 1) expect((await gateway.login('forgetful', 'x')).status).toBe(401);
    const locked = await gateway.login('forgetful');
    expect(locked).toMatchObject({ status: 423, body: { code: 'IDENTITY.LOGIN.LOCKED' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(1_700);
  });

  it('ends as a whole, access token included, when a refresh token is used twice', async () => {
    await gateway.user('robbed');
    const first = await signIn('robbed');
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    const { accessToken, refreshToken } = second.body as unknown as SignedIn;
    expect((await refresh(first.refreshToken)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
    await within(2_000, async () => (await me(accessToken)).status === 401);
  });

  it('gets the same successor again under the same Idempotency-Key', async () => {
    await gateway.user('thin-line');
    const first = await signIn('thin-line');
    const headers = { 'idempotency-key': 'retry-1' };
    const [one, two] = [await refresh(first.refreshToken, headers), await refresh(first.refreshToken, headers)];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body['refreshToken']).toBe(one.body['refreshToken']);
  });

  it('loses rights that are taken away at once', async () => {
    const admin = gateway.token(['system_admin', 'security_admin']);
    await gateway.user('demoted', ['system_admin']);
    const session = await signIn('demoted');
    const users = (): Promise<Answer> => gateway.ask('GET', '/api/v1/users', { token: session.accessToken });
    expect((await users()).status).toBe(200);
    const path = `/api/v1/users/${session.user.id}`;
    const change = await gateway.ask('PATCH', path, {
      body: { roles: ['street_staff'] },
      token: admin,
      headers: { 'if-match': '"1"' },
    });
    expect(change).toMatchObject({ status: 200, body: { roles: ['street_staff'], version: 2 } });
    expect(change.headers.get('etag')).toBe('"2"');
    expect((await users()).status).toBe(401);
    const renewed = (await refresh(session.refreshToken)).body as unknown as SignedIn;
    expect((await gateway.ask('GET', '/api/v1/users', { token: renewed.accessToken })).status).toBe(403);
  });

  it('shows the current state when the version is stale', async () => {
    const admin = gateway.token(['system_admin', 'security_admin']);
    await gateway.user('contested');
    const { user } = await signIn('contested');
    const patch = (displayName: string): Promise<Answer> =>
      gateway.ask('PATCH', `/api/v1/users/${user.id}`, {
        body: { displayName },
        token: admin,
        headers: { 'if-match': '"1"' },
      });
    expect((await patch('甲')).status).toBe(200);
    expect(await patch('乙')).toMatchObject({
      status: 412,
      body: { code: 'COMMON.VERSION_STALE', context: { displayName: '甲', version: 2 } },
    });
  });

  it('opens nothing but the own account until a reset password is changed', async () => {
    const admin = gateway.token(['system_admin', 'security_admin']);
    await gateway.user('reset', ['health_bureau']);
    const { user } = await signIn('reset');
    const headers = { 'if-match': '"1"' };
    const body = { password: 'Set-by-the-admin-1' };
    await gateway.ask('PATCH', `/api/v1/users/${user.id}`, { body, token: admin, headers });
    const answer = await gateway.login('reset', 'Set-by-the-admin-1');
    const token = answer.body['accessToken'] as string;
    expect(await gateway.ask('GET', '/api/v1/kpi/indicators', { token })).toMatchObject({
      status: 403,
      body: { code: 'IDENTITY.PASSWORD_CHANGE_REQUIRED' },
    });
    const change = { currentPassword: 'Set-by-the-admin-1', newPassword: 'My-own-quiet-lake-2' };
    expect((await gateway.ask('POST', '/api/v1/auth/password', { body: change, token })).status).toBe(204);
    const renewed = (await refresh(answer.body['refreshToken'] as string)).body as unknown as SignedIn;
    // 503: let in, but no kpi service runs here.
    expect((await gateway.ask('GET', '/api/v1/kpi/indicators', { token: renewed.accessToken })).status).toBe(503);
  });

  it('says beside the field what is wrong with a new password', async () => {
    await gateway.user('weak');
    const { accessToken: token } = await signIn('weak');
    const body = { currentPassword: GOOD_PASSWORD, newPassword: 'password1234' };
    expect(await gateway.ask('POST', '/api/v1/auth/password', { body, token })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'newPassword', code: 'IDENTITY.PASSWORD.COMMON', message: '密码过于常见' }] },
    });
    const guess = { currentPassword: 'x', newPassword: 'My-own-quiet-lake-2' };
    expect(await gateway.ask('POST', '/api/v1/auth/password', { body: guess, token })).toMatchObject({ status: 422 });
  });
});

async function within(milliseconds: number, holds: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
