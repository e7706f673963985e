import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { OwnServer } from './support/own-servers.js';

describe('PostgreSQL started at once after everything was killed', () => {
  let postgres: OwnServer;

  beforeEach(async () => {
    postgres = await OwnServer.postgres();
    await ask('create table kept (id int)');
  });
  afterEach(async () => postgres.remove());

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on('error', () => undefined); // the end of the server is what this is about
    await client.connect();
    return client;
  }

  async function ask(query: string): Promise<void> {
    const client = await connected();
    await client.query(query).finally(() => client.end());
  }

  it('successful-lock: a lock that names a dead process nobody has buried keeps nobody out', async () => {
    const dead = postgres.killUnburied();
    try {
      await postgres.restart();
      await ask('insert into kept values (1)');
    } finally {
      await dead.bury();
    }
    await ask('insert into kept values (2)');
  });

  it('successful-memory: what still works for the killed server is waited for', async () => {
    const { rows } = await (await connected()).query<{ pid: number }>('select pg_backend_pid() as pid');
    const { pid } = rows[0]!;
    process.kill(pid, 'SIGSTOP');
    await postgres.kill();
    const restarted = postgres.restart().then(() => 'restarted');
    const first = await Promise.race([restarted, delay(1_500, 'still waiting')]);
    process.kill(pid, 'SIGCONT');
    expect([first, await restarted]).toEqual(['still waiting', 'restarted']);
    await ask('insert into kept values (1)');
  });
});
