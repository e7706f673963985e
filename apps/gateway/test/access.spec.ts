import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { permits, ROLES, ServiceTokenIssuer, TokenIssuer } from '#auth';
import { declaredRoutes, type DeclaredRoute } from './declared-routes.js';
import { GatewayFixture } from './gateway-fixture.js';

const SUBJECT = { userId: 'u', sessionId: 's', roles: ['system_admin'], scopes: [''] };

describe('getting in', () => {
  let gateway: GatewayFixture;
  let routes: DeclaredRoute[];

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ rateLimits: { read: 1e6, write: 1e6, heavy: 1e6, signIn: 1e6 } });
    routes = declaredRoutes(gateway.gateway);
  });
  afterAll(() => gateway.stop());

  it('needs a permission on every route, or an explicit @Public()', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => route.open === (route.permission !== undefined)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('is open without a token for these routes only', () => {
    const open = routes.filter((route) => route.open).map((route) => `${route.method} ${route.path}`);
    expect(open.sort()).toEqual([
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/v1/console-info',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/refresh',
    ]);
  });

  it('is refused on every other route without a token', async () => {
    for (const route of routes.filter((one) => !one.open)) {
      const answer = await gateway.ask(route.method, route.path);
      expect([route.name, answer.status, answer.body.code]).toEqual([route.name, 401, 'COMMON.UNAUTHENTICATED']);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it.each(ROLES)('as %s goes as far as the role’s permissions', async (role) => {
    const token = gateway.token([role]);
    const wrong: unknown[] = [];
    for (const route of routes.filter((one) => !one.open)) {
      // Signing out or changing the password of a made-up user proves nothing here.
      if (route.permission === 'identity.self') continue;
      const { status } = await gateway.ask(route.method, route.path, { token });
      const allowed = permits({ roles: [role] }, route.permission!);
      if (allowed ? status === 401 || status === 403 || status === 500 : status !== 403) {
        wrong.push([route.method, route.path, route.permission, status]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('with an unknown role goes nowhere', async () => {
    const issuer = new TokenIssuer(gateway.node);
    const { token } = issuer.issue({ ...SUBJECT, roles: ['root', '__proto__', 'constructor'] });
    expect((await gateway.ask('GET', '/api/v1/users', { token })).status).toBe(403);
    expect((await gateway.ask('GET', '/api/v1/kpi/indicators', { token })).status).toBe(403);
  });

  it('is found by the words of a body, which stand in no address', async () => {
    await gateway.user('found-by-name');
    const token = gateway.token(['security_admin']);
    const search = (body: unknown) => gateway.ask('POST', '/api/v1/users/search', { body, token });
    const { status, body } = await search({ q: 'found-by', limit: 5, state: null });
    expect([status, (body['items'] as { username: string }[]).map(({ username }) => username)]).toEqual([
      200,
      ['found-by-name'],
    ]);
    expect((await search({ q: 'found-by', state: 'inactive' })).body['items']).toEqual([]);
    for (const [field, wrong] of [
      ['q', {}],
      ['q', { q: '' }],
      ['role', { q: 'x', role: 'root' }],
      ['limit', { q: 'x', limit: '5' }],
      ['org', { q: 'x', org: '99x' }],
    ] as const) {
      expect(await search(wrong)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    }
  });

  describe('with a token', () => {
    const users = async (token: string): Promise<number> =>
      (await gateway.ask('GET', '/api/v1/users', { token })).status;
    const issue = (): string => new TokenIssuer(gateway.node).issue(SUBJECT).token;
    const keyFile = (folder: string): { kid: string } =>
      JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')) as { kid: string };

    it('that is good, once and again', async () => {
      const token = issue();
      expect([await users(token), await users(token)]).toEqual([200, 200]);
    });

    it.each(['', 'x', 'a.b.c', 'null', 'undefined', `${'a'.repeat(3_000)}.b.c`])(
      'that is none: "%s"',
      async (token) => {
        expect(await users(token)).toBe(401);
      },
    );

    it('that says alg none', async () => {
      const [, payload] = issue().split('.');
      const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: 'x' })).toString('base64url');
      expect(await users(`${header}.${payload!}.`)).toBe(401);
    });

    it('that is signed with the public key as an HMAC secret', async () => {
      const [, payload] = issue().split('.');
      const folder = join(gateway.node.keysDirectory, 'jwt-public');
      const { kid } = keyFile(folder);
      const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid })).toString('base64url');
      const secret = readFileSync(join(folder, `${kid}.jwk.json`));
      const signature = createHmac('sha256', secret).update(`${header}.${payload!}`).digest('base64url');
      expect(await users(`${header}.${payload!}.${signature}`)).toBe(401);
    });

    it('that is signed with somebody else’s key', async () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const decoded = jwt.decode(issue(), { complete: true })!;
      const token = jwt.sign(decoded.payload, privateKey, { algorithm: 'ES256', header: decoded.header });
      expect(await users(token)).toBe(401);
    });

    it('that has expired', async () => {
      const past = { keysDirectory: gateway.node.keysDirectory, clock: shifted(-20 * 60_000) };
      expect(await users(new TokenIssuer(past).issue(SUBJECT).token)).toBe(401);
    });

    it('that begins tomorrow', async () => {
      const ahead = { keysDirectory: gateway.node.keysDirectory, clock: shifted(86_400_000) };
      expect(await users(new TokenIssuer(ahead).issue(SUBJECT).token)).toBe(401);
    });

    it('that a service made for itself', async () => {
      const token = new ServiceTokenIssuer(gateway.node.settings('gateway')).own('test');
      expect(await users(token)).toBe(403);
    });

    it('that is a refresh token', async () => {
      await gateway.user('refresher', ['system_admin']);
      const { body } = await gateway.login('refresher');
      expect(await users(body['refreshToken'] as string)).toBe(401);
      expect(await users(body['accessToken'] as string)).toBe(200);
    });

    it('in the query or a cookie only', async () => {
      const token = issue();
      expect((await gateway.ask('GET', `/api/v1/users?access_token=${token}`)).status).toBe(401);
      expect((await gateway.ask('GET', '/api/v1/users', { headers: { cookie: `token=${token}` } })).status).toBe(401);
      const basic = { authorization: `Basic ${token}` };
      expect((await gateway.ask('GET', '/api/v1/users', { headers: basic })).status).toBe(401);
    });
  });

  it('does not believe headers that name a user', async () => {
    const headers = { 'x-user': 'admin', 'x-forwarded-user': 'admin', 'x-roles': 'system_admin', 'xq-token': 'x' };
    expect((await gateway.ask('GET', '/api/v1/users', { headers })).status).toBe(401);
  });
});

function shifted(milliseconds: number) {
  return { now: () => new Date(Date.now() + milliseconds), today: () => '2026-11-23' };
}
