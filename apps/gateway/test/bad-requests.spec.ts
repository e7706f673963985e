import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture, type Answer } from './gateway-fixture.js';

describe('a request that cannot be', () => {
  let gateway: GatewayFixture;
  let admin: string;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    admin = gateway.token(['system_admin', 'security_admin']);
  });
  afterAll(() => gateway.stop());

  const login = (raw: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
    gateway.ask('POST', '/api/v1/auth/login', { raw, headers });
  const createUser = (body: unknown): Promise<Answer> => gateway.ask('POST', '/api/v1/users', { body, token: admin });

  it.each([
    ['broken JSON', '{"username":'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '7'],
    ['null', 'null'],
    ['nothing', ''],
    ['__proto__', '{"__proto__":{"roles":["x"]},"username":"a","password":"b"}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}},"username":"a","password":"b"}'],
    ['nesting without end', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ])('is malformed: %s', async (_name, raw) => {
    const answer = await login(raw);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'COMMON.MALFORMED', status: 400 });
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'text/html'])(
    'has a body of type %s',
    async (type) => {
      expect(await login('{}', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { code: 'COMMON.UNSUPPORTED_MEDIA_TYPE' },
      });
    },
  );

  it('is too large at 20 MB, and little of it is read', async () => {
    const answer = await login(JSON.stringify({ username: 'a'.repeat(20_000_000) }));
    expect(answer).toMatchObject({ status: 413, body: { code: 'COMMON.TOO_LARGE' } });
  });

  it('names every field at fault, in the language asked for', async () => {
    const english = await gateway.ask('POST', '/api/v1/auth/login', {
      body: { username: 7, extra: 1 },
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(english.status).toBe(400);
    expect(english.body.errors).toEqual(
      expect.arrayContaining([
        { field: 'username', code: 'FIELD.TYPE', message: 'Wrong type' },
        { field: 'password', code: 'FIELD.REQUIRED', message: 'Required' },
        { field: 'extra', code: 'FIELD.UNKNOWN', message: 'Unknown field' },
      ]),
    );
    const chinese = await gateway.ask('POST', '/api/v1/auth/login', { body: { username: 'a' } });
    expect(chinese.body.errors).toEqual([{ field: 'password', code: 'FIELD.REQUIRED', message: '必填' }]);
  });

  const good = { username: 'x', displayName: '某人', password: 'Willow-river-7-lantern', roles: ['ops'], scopes: [''] };

  it.each([
    ['username', 'x'.repeat(65), 'FIELD.TOO_LONG'],
    ['username', ['x'], 'FIELD.TYPE'],
    ['username', { $ne: '' }, 'FIELD.TYPE'],
    ['username', '', 'FIELD.REQUIRED'],
    ['username', null, 'FIELD.REQUIRED'],
    ['displayName', undefined, 'FIELD.REQUIRED'],
    ['password', 12_345_678, 'FIELD.TYPE'],
    ['password', 'x'.repeat(257), 'FIELD.TOO_LONG'],
    ['roles', 'ops', 'FIELD.TYPE'],
    ['roles', [], 'FIELD.REQUIRED'],
    ['roles', ['root'], 'FIELD.CODE'],
    ['roles', ['ops', 'ops'], 'FIELD.RANGE'],
    ['scopes', ['99010'], 'FIELD.INVALID'],
    ['scopes', [null], 'FIELD.INVALID'],
    ['scopes', Array.from({ length: 51 }, () => '990101'), 'FIELD.RANGE'],
    ['mustChangePassword', 'yes', 'FIELD.TYPE'],
    ['id', '0', 'FIELD.UNKNOWN'],
    ['passwordHash', 'x', 'FIELD.UNKNOWN'],
    ['version', 9, 'FIELD.UNKNOWN'],
    ['active', true, 'FIELD.UNKNOWN'],
    ['otpSecret', 'x', 'FIELD.UNKNOWN'],
  ])('has a user whose %s is %j', async (field, value, code) => {
    const answer = await createUser({ ...good, [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field, code })]);
  });

  it('repeats a member: the last one counts, and is checked', async () => {
    const answer = await login('{"username":"a","password":"b","username":{"$gt":""}}');
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'username', code: 'FIELD.TYPE' })]);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=1e9',
    'limit=x',
    'limit=1&limit=2',
    'limit[]=1',
    'sort=password',
    'cursor=1&cursor=2',
  ])('asks a list for ?%s', async (query) => {
    expect((await gateway.ask('GET', `/api/v1/users?${query}`, { token: admin })).status).toBe(400);
  });

  it('has an id that is none', async () => {
    const answer = await gateway.ask('GET', "/api/v1/users/1'or'1'='1", { token: admin });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'id', code: 'FIELD.INVALID' }] } });
  });

  it('changes something without the version it saw, or with none', async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    const patch = (headers: Record<string, string>): Promise<Answer> =>
      gateway.ask('PATCH', `/api/v1/users/${id}`, { body: {}, token: admin, headers });
    expect(await patch({})).toMatchObject({ status: 400, body: { code: 'COMMON.VERSION_REQUIRED' } });
    expect(await patch({ 'if-match': '*' })).toMatchObject({ status: 400 });
    expect(await patch({ 'if-match': '"1"' })).toMatchObject({ status: 404 });
  });

  it('has a key longer than 128 characters', async () => {
    const answer = await gateway.ask('POST', '/api/v1/users', {
      body: good,
      token: admin,
      headers: { 'idempotency-key': 'k'.repeat(129) },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'Idempotency-Key' }] } });
  });

  it('may have a key of any characters', async () => {
    const ask = (): Promise<Answer> =>
      gateway.ask('POST', '/api/v1/users', {
        body: { ...good, username: 'keyed' },
        token: admin,
        headers: { 'idempotency-key': 'a key, with blanks: é' },
      });
    const [first, again] = [await ask(), await ask()];
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it('never gets back what it sent', async () => {
    const secret = 'canary-9901011990';
    for (const answer of [
      await login(`{"username":"${secret}`),
      await login(JSON.stringify({ username: { [secret]: secret }, password: secret, otp: secret })),
      await gateway.ask('POST', '/api/v1/auth/login', { body: { username: secret, password: secret } }),
      await gateway.ask('GET', `/api/v1/users/${secret}`, { token: admin }),
      await gateway.ask('GET', `/api/v1/${secret}`),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain(secret);
    }
  });

  it('keeps its correlation id when it has the shape of one', async () => {
    const given = await gateway.ask('GET', '/api/v1/none', { headers: { 'x-correlation-id': 'case-0042-abc' } });
    expect(given.headers.get('x-correlation-id')).toBe('case-0042-abc');
    expect(given.body.correlationId).toBe('case-0042-abc');
    const odd = await gateway.ask('GET', '/api/v1/none', { headers: { 'x-correlation-id': '<script>' } });
    expect(odd.body.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['DELETE', '/api/v1/users', 'GET, POST'],
    ['HEAD', '/api/v1/users', 'GET, POST'],
    ['OPTIONS', '/api/v1/auth/login', 'POST'],
    ['GET', '/api/v1/auth/login', 'POST'],
    ['PUT', '/api/v1/users/01900000-0000-7000-8000-000000000000', 'GET, PATCH'],
    ['POST', '/api/health/live', 'GET'],
  ])('uses the wrong method: %s %s', async (method, path, allow) => {
    const answer = await gateway.ask(method, path, { token: admin });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it.each([
    '/api/v1/users/',
    '/api/v1//users',
    '/API/V1/USERS',
    '/api/v1/%75sers',
    '/api/v1/./users',
    '/api/v1/auth/login/../../users',
    '/api/v1/users%2f',
    '/api/v1/users;x=1',
    '/api/v1/users%00',
    '/api/v1/%2e%2e/v1/users',
    '//api/v1/users',
  ])('does not get in through %s', async (path) => {
    expect([400, 401, 404]).toContain(await rawStatus('GET', path));
  });

  it.each(['GET http://127.0.0.1/api/v1/users HTTP/1.1', 'HEAD /api/v1/users HTTP/1.1', 'GET /api/v1/users HTTP/1.0'])(
    'does not get in as "%s"',
    async (line) => {
      expect([400, 401, 404, 405]).toContain(await rawLine(line));
    },
  );

  it('carries the security headers whatever happens', async () => {
    for (const path of ['/', '/api/health/live', '/api/v1/users', '/api/v1/none', '/api/v1/%E0%A4%A', '/api/docs']) {
      const { headers } = await gateway.ask('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cache-control')).toMatch(path === '/' ? /no-cache/ : /no-store/);
    }
  });

  function rawStatus(method: string, path: string): Promise<number> {
    return rawLine(`${method} ${path} HTTP/1.1`);
  }

  /** Clients tidy paths up: these go over the wire as they stand. */
  function rawLine(line: string): Promise<number> {
    const { hostname, port } = new URL(gateway.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
      );
      let text = '';
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(Number(/^HTTP\/1\.\d (\d{3})/.exec(text)?.[1])));
    });
  }
});
