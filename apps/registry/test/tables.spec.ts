import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestNode, type TestNode } from '#testing';
import { PERSON_COLUMNS } from '../src/persons/person-record.js';

describe('tables of the registry', () => {
  let node: TestNode;
  let sql: pg.Client;
  beforeAll(async () => {
    node = await createTestNode(['registry']);
    sql = new pg.Client({ connectionString: node.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await node.close();
  });

  it('have the columns of a person that the service reads and writes, of those types', async () => {
    const { rows } = await sql.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'registry' and table_name = 'person' and column_name not in ('county', 'recorded_at')`,
    );
    const wanted = PERSON_COLUMNS.map(([, name, type]) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(rows.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(wanted);
  });

  it('put residents under forced row security, with the county in their key', async () => {
    const { rows } = await sql.query<{ forced: boolean; key: string }>(`
      select c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_indexdef(i.indexrelid) as key
        from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
       where c.oid = 'registry.person'::regclass`);
    expect(rows[0]?.forced).toBe(true);
    expect(rows[0]?.key).toContain('(id, county)');
  });
});
