import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateService, revertAll } from '#persistence';
import { createTestNode, type TestNode } from '#testing';
import { CASE_COLUMNS } from '../src/cases/case.row.js';
import { FOLLOW_UP_COLUMNS } from '../src/follow-ups/follow-up.row.js';
import { SMI_MIGRATIONS } from '../src/smi.module.js';

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

describe('migrations of the smi schema', () => {
  let node: TestNode;
  let sql: pg.Client;
  beforeAll(async () => {
    node = await createTestNode(['smi'], { migrate: false });
    sql = new pg.Client({ connectionString: node.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await node.close();
  });

  const describeSchema = async () => {
    const { rows } = await sql.query<{ line: string }>(`
      select line from (
        select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
        from information_schema.columns where table_schema = 'smi'
        union all
        select indexdef from pg_indexes where schemaname = 'smi'
        union all
        select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace = 'smi'::regnamespace
        union all
        select format('%s %s %s', tablename, policyname, qual) from pg_policies where schemaname = 'smi'
      ) s where line !~ 'migration[._ ]|migration$|smi.migration' order by line`);
    return rows.map((row) => row.line);
  };
  const columnsOf = async (table: string) => {
    const { rows } = await sql.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'smi' and table_name = $1`,
      [table],
    );
    return rows.map((row) => row.name).sort();
  };

  it('go up, down to nothing and up to the same', async () => {
    const ran = await migrateService(node.ownerUrl('smi'), 'smi', SMI_MIGRATIONS);
    expect(ran).toHaveLength(SMI_MIGRATIONS.length);
    const first = await describeSchema();
    expect(first.length).toBeGreaterThan(100);
    await revertAll(node.ownerUrl('smi'), 'smi', SMI_MIGRATIONS);
    expect(await describeSchema()).toEqual([]);
    await migrateService(node.ownerUrl('smi'), 'smi', SMI_MIGRATIONS);
    expect(await describeSchema()).toEqual(first);
    expect(await migrateService(node.ownerUrl('smi'), 'smi', SMI_MIGRATIONS)).toEqual([]);
  });

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
