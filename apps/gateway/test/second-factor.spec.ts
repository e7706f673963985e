import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Browser } from './browser.js';
import { GatewayFixture, GOOD_PASSWORD, type Answer } from './gateway-fixture.js';

describe('the second factor over HTTP', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  const enrolled = async (name: string) => {
    await gateway.user(name);
    const browser = new Browser(gateway);
    await browser.signIn(name, GOOD_PASSWORD);
    const otp = (path: string, body: unknown): Promise<Answer> =>
      browser.write('POST', `/api/v1/auth/otp/${path}`, { body });
    const begun = await otp('enrol', { currentPassword: GOOD_PASSWORD });
    const secret = begun.body['secret'] as string;
    const confirmed = await otp('confirm', { otp: codeOf(secret, -1) });
    expect([begun.status, confirmed.status]).toEqual([200, 200]);
    return { browser, otp, secret, begun, codes: confirmed.body['recoveryCodes'] as string[] };
  };

  it('is enrolled, asked for, used, renewed and removed', async () => {
    const { browser, otp, secret, begun, codes } = await enrolled('careful');
    expect(begun.body['otpauthUri']).toContain(`secret=${secret}`);
    const first = await new Browser(gateway).signIn('careful', GOOD_PASSWORD);
    expect(first).toMatchObject({ status: 401, body: { code: 'IDENTITY.LOGIN.OTP_REQUIRED' } });
    expect((await new Browser(gateway).signIn('careful', GOOD_PASSWORD, codes[0])).status).toBe(200);
    expect((await new Browser(gateway).signIn('careful', GOOD_PASSWORD, codes[0])).status).toBe(401);
    const me = await browser.ask('GET', '/api/v1/auth/me');
    expect(me.body['otp']).toEqual({ enabled: true, required: false, recoveryCodesLeft: 9 });
    const shown = { currentPassword: GOOD_PASSWORD };
    const renewed = await otp('recovery-codes', { ...shown, otp: codeOf(secret) });
    expect(renewed.body['recoveryCodes']).toHaveLength(10);
    expect((await otp('remove', { ...shown, otp: codes[1] })).body.code).toBe('IDENTITY.OTP.WRONG');
    const [code] = renewed.body['recoveryCodes'] as string[];
    expect((await otp('remove', { ...shown, otp: code })).status).toBe(204);
    expect((await new Browser(gateway).signIn('careful', GOOD_PASSWORD)).status).toBe(200);
  });

  it('is taken by an administrator, and the sessions end at once', async () => {
    const { browser } = await enrolled('lost-it');
    const admin = gateway.token(['system_admin', 'security_admin']);
    const { body } = await gateway.ask('GET', '/api/v1/users?q=lost-it', { token: admin });
    const [user] = body['items'] as { id: string }[];
    const reset = await gateway.ask('POST', `/api/v1/users/${user!.id}/otp/reset`, { token: admin });
    expect(reset).toMatchObject({ status: 200, body: { otpEnabled: false } });
    expect((await browser.ask('GET', '/api/v1/auth/me')).status).toBe(401);
  });

  it.each([
    ['enrol', {}, 'currentPassword'],
    ['confirm', { otp: '12345' }, 'otp'],
    ['confirm', { otp: 'ABCD-EFGH-JKLM' }, 'otp'],
    ['remove', { currentPassword: 'x', otp: 'x' }, 'otp'],
    ['recovery-codes', { currentPassword: 7, otp: '123456' }, 'currentPassword'],
  ])('%s refuses %j and names %s', async (path, body, field) => {
    const token = gateway.token(['street_staff']);
    const answer = await gateway.ask('POST', `/api/v1/auth/otp/${path}`, { body, token });
    expect(answer.status).toBe(400);
    expect(answer.body.errors!.map((error) => error.field)).toEqual([field]);
  });
});

describe('what the sign-in page may know', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  });
  afterAll(() => gateway.stop());

  it('tells of a demonstration only when there is one', async () => {
    const info = async () => (await gateway.ask('GET', '/api/v1/console-info')).body;
    expect(await info()).toMatchObject({ demo: false, demoPassword: null, demoAccounts: [], tier: 'district' });
    expect((await info())['version']).toMatch(/^\d+\.\d+\.\d+/);
    const accounts = [{ username: 'street', displayName: '街道', role: 'street_staff' }];
    gateway.showDemo({ password: 'Demo-password-1', accounts });
    expect(await info()).toMatchObject({ demo: true, demoPassword: 'Demo-password-1', demoAccounts: accounts });
  });
});
