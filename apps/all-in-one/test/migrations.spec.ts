import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateService, revertAll, schemaDrift } from '#persistence';
import { createTestNode, type TestNode } from '#testing';
import { STORING_SERVICES } from '../src/services.js';

const NAMES = STORING_SERVICES.map(({ name }) => name);

describe('migrations of every service', () => {
  let node: TestNode;
  let sql: pg.Client;

  beforeAll(async () => {
    node = await createTestNode(NAMES, { migrate: false });
    sql = new pg.Client({ connectionString: node.adminUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await node.close();
  });

  /** Columns, indexes, constraints, row policies and functions of a schema, a line each. */
  const linesOf = async (schema: string): Promise<string[]> => {
    const { rows } = await sql.query<{ line: string }>(
      `select line from (
         select format('%s.%s %s %s %s %s', table_name, column_name, data_type, is_nullable, column_default,
                       collation_name) as line
           from information_schema.columns where table_schema = $1
         union all select indexdef from pg_indexes where schemaname = $1
         union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
           where connamespace = $1::regnamespace
         union all select format('%s %s %s', tablename, policyname, qual) from pg_policies where schemaname = $1
         union all select format('%s %s', proname, md5(prosrc)) from pg_proc where pronamespace = $1::regnamespace
       ) s where line !~ 'migration[._ ]|migration$' order by line`,
      [schema],
    );
    return rows.map((row) => row.line);
  };

  it.each(STORING_SERVICES.map(({ name, migrations }) => ({ name, migrations })))(
    'successful-round-trip: those of $name go up, down to nothing and up to the same',
    async ({ name, migrations }) => {
      const url = node.ownerUrl(name);
      expect(await migrateService(url, name, migrations)).toHaveLength(migrations.length);
      const first = await linesOf(name);
      expect(first.length).toBeGreaterThan(50);
      await revertAll(url, name, migrations);
      expect(await linesOf(name)).toEqual([]);
      await migrateService(url, name, migrations);
      expect(await linesOf(name)).toEqual(first);
      expect(await migrateService(url, name, migrations)).toEqual([]);
      expect(await schemaDrift(url, name, [])).toEqual([]);
    },
  );
});
