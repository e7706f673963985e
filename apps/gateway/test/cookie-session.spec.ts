import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.js';
import { GatewayFixture, GOOD_PASSWORD, type Answer } from './gateway-fixture.js';

const TOKENS = ['xinqiao_access', 'xinqiao_refresh'];
const VIEW = '/api/v1/me/views/people/mine';

describe('a session in cookies', () => {
  let gateway: GatewayFixture;
  let browser: Browser;
  let name: string;
  let signedIn: Answer;
  let count = 0;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ trustedProxies: ['127.0.0.1'] });
  });
  afterAll(() => gateway.stop());
  beforeEach(async () => {
    count += 1;
    name = `browser${count}`;
    await gateway.user(name);
    browser = new Browser(gateway);
    signedIn = await browser.signIn(name, GOOD_PASSWORD);
  });

  const me = (of = browser): Promise<Answer> => of.ask('GET', '/api/v1/auth/me');
  const put = (of: Browser, headers: Record<string, string> = {}): Promise<Answer> =>
    of.ask('PUT', VIEW, { body: { filter: { org: '990101001' } }, headers });
  const csrf = (of = browser): string => of.cookies.get('xinqiao_csrf')!.value;
  const refresh = (of = browser): Promise<Answer> => of.write('POST', '/api/v1/auth/refresh');

  it('has no token in any answer, and none a script can read', async () => {
    const answers = [signedIn, await me(), await refresh()];
    const values = TOKENS.map((token) => browser.cookies.get(token)!.value);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      for (const value of values) expect(text).not.toContain(value);
      expect(text).not.toMatch(/accessToken|refreshToken|csrfToken/);
    }
    expect(signedIn.body).toMatchObject({ expiresInSeconds: 900, user: { username: name } });
  });

  it('sets its cookies strictly: HttpOnly but for the CSRF token, same site, below their paths', () => {
    const found = Object.fromEntries([...browser.cookies].map(([key, { attributes }]) => [key, attributes.toSorted()]));
    expect(found).toEqual({
      xinqiao_access: ['HttpOnly', 'Path=/api/v1', 'SameSite=Strict'],
      xinqiao_refresh: ['HttpOnly', 'Path=/api/v1/auth', 'SameSite=Strict'],
      xinqiao_csrf: ['Path=/', 'SameSite=Strict'],
    });
  });

  it('sets them Secure behind a proxy that speaks https', async () => {
    const body = { username: name, password: GOOD_PASSWORD, session: 'cookie' };
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await gateway.ask('POST', '/api/v1/auth/login', { body, headers });
    const lines = answer.headers.getSetCookie();
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toContain('; Secure');
  });

  it('reads without a CSRF token', async () => {
    expect((await me()).body).toMatchObject({
      username: name,
      permissions: expect.arrayContaining(['identity.self', 'smi.case.read']),
      otp: { enabled: false, required: false, recoveryCodesLeft: 0 },
      sessionEndsAt: expect.stringMatching(/Z$/),
      sessionLimitAt: expect.stringMatching(/Z$/),
    });
  });

  it('writes with it', async () => {
    expect((await put(browser, { 'x-csrf-token': csrf() })).status).toBe(200);
    const removed = await browser.write('DELETE', VIEW);
    expect([removed.status, removed.text]).toEqual([204, '']);
  });

  it.each(['none', 'empty', 'made up', 'of another session', 'the access token itself'])(
    'writes nothing with a CSRF token that is %s',
    async (what) => {
      const other = new Browser(gateway);
      await other.signIn(name, GOOD_PASSWORD);
      const tokens: Record<string, string | undefined> = {
        empty: '',
        'made up': 'x'.repeat(43),
        'of another session': csrf(other),
        'the access token itself': browser.cookies.get('xinqiao_access')!.value.slice(0, 100),
      };
      const token = tokens[what];
      const answer = await put(browser, token === undefined ? {} : { 'x-csrf-token': token });
      expect(answer).toMatchObject({ status: 403, body: { code: 'COMMON.CSRF' } });
      expect((await browser.ask('GET', VIEW)).status).toBe(404);
    },
  );

  it('asks for it on every write, whatever the route', async () => {
    for (const [method, path] of [
      ['POST', '/api/v1/auth/logout'],
      ['POST', '/api/v1/auth/refresh'],
      ['POST', '/api/v1/auth/password'],
      ['POST', '/api/v1/auth/otp/enrol'],
      ['PATCH', '/api/v1/users/01900000-0000-7000-8000-000000000000'],
      ['POST', '/api/v1/imports'],
    ] as const) {
      const answer = await browser.ask(method, path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'COMMON.CSRF']);
    }
    expect((await me()).status).toBe(200);
    expect((await refresh()).status).toBe(200);
  });

  it('gives way to a bearer token, good or bad, which needs no CSRF token', async () => {
    const token = gateway.token(['ops']);
    const asOps = await browser.ask('GET', '/api/v1/kpi/values', { token });
    expect(asOps.status).toBe(403);
    const { body } = await gateway.login(name);
    expect((await put(browser, { authorization: `Bearer ${body['accessToken'] as string}` })).status).toBe(200);
    const bad = await put(browser, { authorization: 'Bearer a.b.c', 'x-csrf-token': csrf() });
    expect(bad).toMatchObject({ status: 401, body: { code: 'COMMON.UNAUTHENTICATED' } });
  });

  it('opens no write with a token in a cookie that was never made for one', async () => {
    const foreign = new Browser(gateway);
    const token = gateway.token(['street_staff']);
    foreign.cookies.set('xinqiao_access', { value: token, attributes: ['Path=/api/v1'] });
    expect(await put(foreign, { 'x-csrf-token': 'x' })).toMatchObject({ status: 403, body: { code: 'COMMON.CSRF' } });
  });

  it('is renewed without a body, under new cookies and the same CSRF token', async () => {
    const before = new Map(browser.cookies);
    const answer = await refresh();
    expect(answer.body).toMatchObject({ expiresInSeconds: 900, user: { username: name } });
    for (const token of TOKENS) expect(browser.cookies.get(token)!.value).not.toBe(before.get(token)!.value);
    expect(csrf()).toBe(before.get('xinqiao_csrf')!.value);
    expect((await me()).status).toBe(200);
  });

  it('survives two tabs that renew it at the same moment', async () => {
    const tab = browser.copy();
    const answers = await Promise.all([refresh(), refresh(tab)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(tab.cookies.get('xinqiao_refresh')).toEqual(browser.cookies.get('xinqiao_refresh'));
    expect([(await me()).status, (await me(tab)).status]).toEqual([200, 200]);
    expect((await refresh(tab)).status).toBe(200);
  });

  it('ends as a whole, cookies taken back, when an old refresh cookie comes again', async () => {
    const thief = browser.copy();
    await refresh();
    await refresh();
    const answer = await refresh(thief);
    expect(answer).toMatchObject({ status: 401, body: { code: 'IDENTITY.SESSION.ENDED' } });
    expect(thief.cookies.size).toBe(0);
    expect((await refresh()).status).toBe(401);
    expect(browser.cookies.size).toBe(0);
  });

  it('takes its cookies back at sign-out, and they open nothing any more', async () => {
    const copy = browser.copy();
    expect((await browser.write('POST', '/api/v1/auth/logout')).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    expect((await me(copy)).status).toBe(401);
    expect((await refresh(copy)).status).toBe(401);
  });

  it('is not begun by asking to renew one', async () => {
    const nobody = new Browser(gateway);
    expect(await nobody.ask('POST', '/api/v1/auth/refresh')).toMatchObject({
      status: 401,
      body: { code: 'IDENTITY.SESSION.ENDED' },
    });
  });

  it('does not turn into tokens: a refresh token in a body answers with tokens, a cookie never', async () => {
    const given = await gateway.login(name);
    const body = { refreshToken: given.body['refreshToken'] };
    const answer = await browser.ask('POST', '/api/v1/auth/refresh', { body });
    expect(answer.body).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.text).not.toContain('csrfToken');
  });

  it.each(['Cookie', '', 7, true])('knows no session of the kind %j', async (kind) => {
    const body = { username: name, password: GOOD_PASSWORD, session: kind };
    const answer = await gateway.ask('POST', '/api/v1/auth/login', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'session' })]);
  });

  it.each(['xinqiao_access', 'a=b; xinqiao_access=', 'xinqiao_access=%', ';;;=;', 'xinqiao_access=a.b.c'])(
    'is not opened by the cookie header "%s"',
    async (cookie) => {
      expect((await gateway.ask('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(401);
    },
  );
});
