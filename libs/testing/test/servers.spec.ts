import { describe, expect, it } from '@jest/globals';
import pg from 'pg';

describe('the servers of the test run', () => {
  it('offer a PostgreSQL superuser', async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_PG_URL'] });
    await client.connect();
    const answer = await client.query<{ usesuper: boolean }>(
      'select usesuper from pg_user where usename = current_user',
    );
    await client.end();
    expect(answer.rows).toEqual([{ usesuper: true }]);
  });

  it('offer a NATS server that flushes before it answers', async () => {
    const answer = await fetch(`${String(process.env['TEST_NATS_MONITOR_URL'])}/jsz`);
    expect(await answer.json()).toMatchObject({ config: { sync_always: true } });
  });
});
