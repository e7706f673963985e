import type { INestMicroservice } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestNode, signInAs, startService, type TestNode } from '#testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityModule } from '../../identity/src/identity.module.js';
import { createGateway } from '../src/gateway.module.js';

describe('when a part is away', () => {
  let node: TestNode;
  let gateway: NestFastifyApplication;
  let identity: INestMicroservice | undefined;
  let url: string;

  beforeEach(async () => {
    node = await createTestNode(['identity', 'gateway']);
    gateway = await createGateway(node.settings('gateway'), {}, { logger: false });
    await gateway.listen(0, '127.0.0.1');
    url = await gateway.getUrl();
  });
  afterEach(async () => {
    await gateway.close();
    await identity?.close();
    identity = undefined;
    await node.close();
  });

  const startIdentity = async (): Promise<void> => {
    const settings = node.settings('identity');
    identity = await startService(IdentityModule.forRoot(settings), settings);
  };
  const users = (): Promise<Response> => {
    const { token } = signInAs(node, { roles: ['system_admin'], scopes: [''] });
    return fetch(`${url}/api/v1/users`, { headers: { authorization: `Bearer ${token!}` } });
  };
  const ready = async () => (await fetch(`${url}/api/health/ready`)).json() as Promise<{ failing: string[] }>;

  it('the gateway lives, says which part fails, answers 503, and recovers by itself', async () => {
    expect((await fetch(`${url}/api/health/live`)).status).toBe(200);
    const without = await users();
    expect(without.status).toBe(503);
    expect(Number(without.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await without.json()).toMatchObject({ code: 'COMMON.UNAVAILABLE', title: '服务暂时不可用，请稍后重试' });
    const probe = await fetch(`${url}/api/health/ready`);
    expect(probe.status).toBe(503);
    expect(probe.headers.get('retry-after')).not.toBeNull();
    expect((await ready()).failing).toEqual(['nats', 'identity', 'registry', 'smi', 'kpi']);

    await startIdentity();
    expect((await users()).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await ready()).failing).toEqual(['registry', 'smi', 'kpi']);

    await identity!.close();
    identity = undefined;
    expect((await users()).status).toBe(503);
  });

  it('operators still see the parts that answer', async () => {
    await startIdentity();
    const { token } = signInAs(node, { roles: ['ops'], scopes: [''] });
    const answer = await fetch(`${url}/api/v1/ops/event-flow`, { headers: { authorization: `Bearer ${token!}` } });
    const { items } = (await answer.json()) as { items: { service: string; error: string | null; headSeq?: number }[] };
    expect(items.map(({ service, error }) => [service, error])).toEqual([
      ['identity', null],
      ['registry', 'COMMON.UNAVAILABLE'],
      ['smi', 'COMMON.UNAVAILABLE'],
      ['kpi', 'COMMON.UNAVAILABLE'],
    ]);
  });

  it('the auditor sees sign-ins and refusals, and that the chain is whole', async () => {
    await startIdentity();
    await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'nobody', password: 'x' }),
    });
    const { token } = signInAs(node, { roles: ['audit_admin'], scopes: [''] });
    const headers = { authorization: `Bearer ${token!}` };
    const page = (await (await fetch(`${url}/api/v1/audit?action=identity.sign_in&limit=1`, { headers })).json()) as {
      items: object[];
      unavailable: string[];
    };
    expect(page.items).toEqual([
      expect.objectContaining({ service: 'identity', action: 'identity.sign_in', outcome: 'refused' }),
    ]);
    expect(page.unavailable).toEqual(['registry', 'smi', 'kpi']);
    const verdict = (await (await fetch(`${url}/api/v1/audit/verify`, { headers })).json()) as {
      intact: boolean;
      items: { service: string; intact?: boolean; error: string | null }[];
    };
    expect(verdict.items[0]).toMatchObject({ service: 'identity', intact: true, error: null });
    // A chain nobody could look at is not said to be whole.
    expect(verdict.intact).toBe(false);
  });
});
