import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HealthRegistry } from './health-registry.js';
import { serveHealth } from './health-server.js';

describe('serveHealth', () => {
  let health: HealthRegistry;
  let server: Server;

  beforeEach(async () => {
    health = new HealthRegistry();
    server = await serveHealth(health, 0);
  });

  afterEach(() => void server.close());

  function ask(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  }

  it('says that the process runs, whatever else fails', async () => {
    health.register('postgresql', () => Promise.reject(new Error('away')));
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('is ready when every check passes', async () => {
    health.register('nats', () => Promise.resolve());
    const answer = await ask('/health/ready');
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, checks: { nats: 'ok' } }]);
  });

  it('names what fails and nothing more', async () => {
    health.register('nats', () => Promise.resolve());
    health.register('postgresql', () => Promise.reject(new Error('password authentication failed for xq_smi')));
    const answer = await ask('/health/ready');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ok: false, checks: { nats: 'ok', postgresql: 'fail' } });
  });

  it('knows nothing else', async () => {
    expect((await ask('/metrics')).status).toBe(404);
  });

  it('listens on loopback only', () => {
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('does not start on a taken port', async () => {
    await expect(serveHealth(health, (server.address() as AddressInfo).port)).rejects.toThrow(/EADDRINUSE/);
  });
});
