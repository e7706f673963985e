import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture, type Answer } from './gateway-fixture.js';

describe('too many requests', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ rateLimits: { read: 5, write: 2, signIn: 4, heavy: 1 } });
  });
  afterAll(() => gateway.stop());

  const read = async (token: string): Promise<number> =>
    (await gateway.ask('GET', '/api/v1/auth/me', { token })).status;

  it('of one account are refused with Retry-After, another account goes on', async () => {
    const [one, other] = [gateway.token(['ops']), gateway.token(['ops'])];
    const statuses = [];
    for (let i = 0; i < 7; i += 1) statuses.push(await read(one));
    expect(statuses.slice(0, 5)).not.toContain(429);
    expect(statuses.slice(5)).toEqual([429, 429]);
    const refused = await gateway.ask('GET', '/api/v1/auth/me', { token: one });
    expect(refused.body).toMatchObject({ code: 'COMMON.RATE_LIMITED' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect(await read(other)).not.toBe(429);
    // Reads used up do not stop a write.
    expect((await gateway.ask('POST', '/api/v1/users', { token: one, body: {} })).status).toBe(403);
  });

  it('to sign in are counted by name and address, whatever a client says its address is', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}` };
      const body = { username: i % 2 === 0 ? 'same' : 'SAME', password: 'x' };
      statuses.push((await gateway.ask('POST', '/api/v1/auth/login', { body, headers })).status);
    }
    expect(statuses).toContain(429);
  });
});

describe('a flood without credentials, from the address of an office', () => {
  let gateway: GatewayFixture;

  beforeAll(async () => {
    gateway = await GatewayFixture.start({ rateLimits: { read: 1_000, write: 1_000, signIn: 4, heavy: 1 } });
    await gateway.user('clerk');
    await gateway.user('colleague');
  });
  afterAll(() => gateway.stop());

  const statusesOf = async (ask: (i: number) => Promise<Answer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await ask(i)).status);
    return statuses;
  };
  const flood = async () => ({
    nobody: await statusesOf(() => gateway.ask('GET', '/api/v1/auth/me')),
    malformed: await statusesOf(() => gateway.ask('POST', '/api/v1/auth/login', { body: { username: 7 } })),
    unknown: await statusesOf((i) => gateway.login(`stranger-${i}`, 'x')),
    forged: await statusesOf((i) => gateway.ask('GET', '/api/v1/auth/me', { token: `a.b.${i}` })),
    refreshes: await statusesOf((i) =>
      gateway.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken: `made-up-${i}` } }),
    ),
  });

  it('is held back, and its staff signs in and works as ever', async () => {
    const before = await gateway.login('colleague');
    const { nobody, malformed, unknown, forged, refreshes } = await flood();
    expect([...new Set(nobody), ...new Set(malformed), ...new Set(unknown)]).toEqual([401, 400, 401]);
    expect(forged.slice(0, 4)).toEqual([401, 401, 401, 401]);
    expect(new Set(forged.slice(4))).toContain(429);
    expect(new Set(refreshes.slice(4))).toContain(429);
    for (const name of ['clerk', 'colleague']) {
      const session = await gateway.login(name);
      expect([name, session.status]).toEqual([name, 200]);
      const token = session.body['accessToken'] as string;
      expect((await gateway.ask('GET', '/api/v1/auth/me', { token })).status).toBe(200);
    }
    const token = before.body['accessToken'] as string;
    expect((await gateway.ask('GET', '/api/v1/auth/me', { token })).status).toBe(200);
  });
});
