import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GatewayFixture } from './gateway-fixture.js';

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

  it('to sign in are counted by address, whatever a client says its address is', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}` };
      const answer = await gateway.ask('POST', '/api/v1/auth/login', {
        body: { username: `n${i}`, password: 'x' },
        headers,
      });
      statuses.push(answer.status);
    }
    expect(statuses).toContain(429);
  });
});
