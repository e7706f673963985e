import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateService, revertAll } from '#persistence';
import { createTestNode, type TestNode } from '#testing';
import { PERSON_COLUMNS } from '../src/persons/person-record.js';
import { REGISTRY_MIGRATIONS } from '../src/registry.module.js';

describe('migrations of the registry schema', () => {
  let node: TestNode;
  let sql: pg.Client;
  beforeAll(async () => {
    node = await createTestNode(['registry'], { migrate: false });
    sql = new pg.Client({ connectionString: node.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await node.close();
  });

  const describeSchema = async (): Promise<string[]> => {
    const { rows } = await sql.query<{ line: string }>(`
      select line from (
        select format('%s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default,
                      collation_name) as line
          from information_schema.columns where table_schema = 'registry'
        union all select indexdef from pg_indexes where schemaname = 'registry'
        union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
          where connamespace = 'registry'::regnamespace
        union all select format('%s %s %s', tablename, policyname, qual) from pg_policies where schemaname = 'registry'
        union all select format('%s %s', proname, md5(prosrc)) from pg_proc where pronamespace = 'registry'::regnamespace
      ) s where line !~ 'migration' order by line`);
    return rows.map((row) => row.line);
  };

  it('go up, down to nothing and up to the same', async () => {
    const url = node.ownerUrl('registry');
    expect(await migrateService(url, 'registry', REGISTRY_MIGRATIONS)).toHaveLength(REGISTRY_MIGRATIONS.length);
    const first = await describeSchema();
    expect(first.length).toBeGreaterThan(100);
    await revertAll(url, 'registry', REGISTRY_MIGRATIONS);
    expect(await describeSchema()).toEqual([]);
    await migrateService(url, 'registry', REGISTRY_MIGRATIONS);
    expect(await describeSchema()).toEqual(first);
    expect(await migrateService(url, 'registry', REGISTRY_MIGRATIONS)).toEqual([]);
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
