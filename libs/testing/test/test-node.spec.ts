import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { TokenVerifier } from '#auth';
import { createTestNode, signInAs, TEST_TODAY, type TestNode } from '#testing';

describe('a test node', () => {
  let node: TestNode;
  let other: TestNode;

  beforeAll(async () => {
    [node, other] = await Promise.all([createTestNode(['identity']), createTestNode(['identity'])]);
  });

  afterAll(async () => {
    await Promise.all([node.close(), other.close()]);
  });

  it('has a database of its own in which the service role sees only its schema', async () => {
    const tables = await query(
      node.settings('identity').databaseUrl,
      'select count(*)::int as n from identity.account',
    );
    expect(tables).toEqual([{ n: 0 }]);
    const name = 'select current_database() as name';
    expect(await query(node.adminUrl, name)).not.toEqual(await query(other.adminUrl, name));
    await expect(query(node.settings('identity').databaseUrl, 'create table identity.mine (a int)')).rejects.toThrow();
  });

  it('has subjects, a stream and keys of its own', () => {
    const [mine, theirs] = [node.settings('gateway'), other.settings('gateway')];
    expect(mine.node.id).not.toBe(theirs.node.id);
    expect(mine.eventStream).not.toBe(theirs.eventStream);
    expect(mine.keysDirectory).not.toBe(theirs.keysDirectory);
    expect(mine.databaseUrl).toBe('');
    expect(mine.clock.today()).toBe(TEST_TODAY);
  });

  it('signs users in with tokens that its services verify and another node does not', () => {
    const context = signInAs(node, { roles: ['street_staff'], scopes: ['990101001'] });
    const verified = new TokenVerifier(node.settings('gateway')).verify(context.token!);
    expect(verified).toMatchObject({ id: context.caller.id, roles: ['street_staff'], scopes: ['990101001'] });
    expect(() => new TokenVerifier(other.settings('gateway')).verify(context.token!)).toThrow();
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
