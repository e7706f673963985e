import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort, testServers, withDatabase } from '#testing';
import { readConfiguration } from '../src/environment.js';
import { prepareNode } from '../src/prepare-node.js';
import { STORING_SERVICES } from '../src/services.js';
import { asAdministrator } from './support/district.js';
import { installation } from './support/installation.js';
import { OwnServer } from './support/own-servers.js';
import { RestClient } from './support/rest-client.js';

jest.setTimeout(120_000);

const SERVICES = [...STORING_SERVICES.map(({ name }) => name), 'gateway'];
const ADMIN_PASSWORD = 'Lantern-over-7-bridges';
const PATIENCE_MS = 60_000;

/** As containers start them: one process a service, out of its bundle. */
describe('services in processes of their own', () => {
  const server = testServers().postgresUrl;
  const database = `xq_s_${randomBytes(6).toString('hex')}`;
  const keys = mkdtempSync(join(testServers().scratch, 'keys-'));
  const running = new Map<string, ChildProcess>();
  let nats: OwnServer;
  let output = '';
  let address = '';

  beforeAll(async () => {
    nats = await OwnServer.nats();
    const shared = { NATS_URL: nats.url, XINQIAO_KEYS: keys, NODE_ENV: 'production' };
    await asAdministrator(server, `create database "${database}"`);
    const admin = withDatabase(server, database);
    const databases: Partial<Record<string, { readonly appUrl: string }>> = await prepareNode(
      readConfiguration({ ...shared, DATABASE_URL: admin }),
    );
    const folder = await installation();
    const port = String(await freePort());
    address = `http://127.0.0.1:${port}`;
    for (const name of SERVICES) {
      const own = { PORT: port, DATABASE_URL: databases[name]?.appUrl, XINQIAO_ADMIN_PASSWORD: ADMIN_PASSWORD };
      const child = spawn(process.execPath, [join(folder, 'dist', 'services', `${name}.js`)], {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...shared, ...own },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text) => {
          output += String(text);
        });
      }
      running.set(name, child);
    }
  });

  afterAll(async () => {
    for (const child of running.values()) child.kill('SIGKILL');
    await nats.remove();
    await asAdministrator(server, `drop database if exists "${database}" with (force)`);
    rmSync(keys, { recursive: true, force: true });
  });

  async function untilReady(): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
      if (answer?.ok === true) return;
      await delay(100);
    }
    throw new Error(`Not ready. The end of what they said:\n${output.slice(-3_000)}`);
  }

  it('find each other, what they read beside them, and an orderly end', async () => {
    await untilReady();
    const nobody = new RestClient(() => address);
    const { accessToken } = await nobody.post('/auth/login', { username: 'admin', password: ADMIN_PASSWORD });
    const admin = new RestClient(() => address, accessToken);
    for (const path of ['/orgs', '/kpi/indicators', '/ops/health']) {
      expect([path, (await admin.ask('GET', path)).status]).toEqual([path, 200]);
    }
    // The console's files, which do not lie beside the bundle.
    expect(await (await fetch(address)).text()).toContain('<div id="root">');
    for (const [name, child] of running) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      expect([name, ...(await ended)]).toEqual([name, 0, null]);
    }
  });
});
