import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestNode, type TestNode } from '#testing';
import { CASE_COLUMNS } from '../src/cases/case.row.js';
import { FOLLOW_UP_COLUMNS } from '../src/follow-ups/follow-up.row.js';

const PEOPLE = [
  'case_search',
  'case_step',
  'consent',
  'exam',
  'follow_up',
  'follow_up_correction',
  'person_copy',
  'smi_case',
];

describe('tables of smi', () => {
  let node: TestNode;
  let sql: pg.Client;
  beforeAll(async () => {
    node = await createTestNode(['smi']);
    sql = new pg.Client({ connectionString: node.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await node.close();
  });

  const columnsOf = async (table: string) => {
    const { rows } = await sql.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'smi' and table_name = $1`,
      [table],
    );
    return rows.map((row) => row.name).sort();
  };

  it('have the columns the service reads and writes, no more and no fewer', async () => {
    const stamps = ['created_at', 'created_by', 'updated_at', 'content_digest'];
    expect(await columnsOf('smi_case')).toEqual([...CASE_COLUMNS, ...stamps].sort());
    expect(await columnsOf('follow_up')).toEqual([...FOLLOW_UP_COLUMNS].sort());
  });

  it('put every table of people under forced row security, with the county in its key', async () => {
    const { rows } = await sql.query<{ name: string; enabled: boolean; forced: boolean; county: boolean }>(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
                     where i.indrelid = c.oid and i.indisprimary and a.attname = 'county') as county
      from pg_class c where c.relnamespace = 'smi'::regnamespace and c.relkind = 'r'
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org' and a.attnotnull)
      order by c.relname`);
    expect(rows).toEqual(PEOPLE.map((name) => ({ name, enabled: true, forced: true, county: true })));
  });
});
