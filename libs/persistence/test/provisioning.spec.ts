import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateService, provisionDatabase, revertAll, schemaDrift } from '#persistence';
import { createTestNode, withDatabase, type TestNode } from '#testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MIGRATIONS, Resident } from './sample-service.js';

let node: TestNode;
let admin: pg.Client;

beforeAll(async () => {
  node = await createTestNode(['smi', 'kpi'], { migrate: false });
  admin = new pg.Client({ connectionString: node.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await node.close();
});

async function objects(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select c.relkind::text || ' ' || c.relname as name from pg_class c where c.relnamespace = 'smi'::regnamespace
     union all select 'function ' || proname from pg_proc where pronamespace = 'smi'::regnamespace
     union all select 'policy ' || polname from pg_policy order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !/ (migration|PK_)/.test(name));
}

describe('migrations', () => {
  it('go up, down and up again, and leave nothing when down', async () => {
    const names = MIGRATIONS.map((Migration) => new Migration().name);
    expect(await objects()).toEqual([]);
    expect(await migrateService(node.ownerUrl('smi'), 'smi', MIGRATIONS)).toEqual(names);
    const first = await objects();
    expect(first).toEqual(
      expect.arrayContaining([
        'r outbox',
        'r inbox',
        'r audit_entry',
        'r idempotency',
        'r field_key',
        'policy resident_area',
      ]),
    );
    expect(await revertAll(node.ownerUrl('smi'), 'smi', MIGRATIONS)).toEqual([...names].reverse());
    expect(await objects()).toEqual([]);
    expect(await migrateService(node.ownerUrl('smi'), 'smi', MIGRATIONS)).toEqual(names);
    expect(await objects()).toEqual(first);
    expect(await migrateService(node.ownerUrl('smi'), 'smi', MIGRATIONS)).toEqual([]);
  });

  it('run once when several processes start together', async () => {
    await revertAll(node.ownerUrl('smi'), 'smi', MIGRATIONS);
    const runs = await Promise.all([1, 2, 3].map(() => migrateService(node.ownerUrl('smi'), 'smi', MIGRATIONS)));
    expect(runs.flat()).toHaveLength(MIGRATIONS.length);
  });

  it('agree with the entities, and a difference is found', async () => {
    expect(await schemaDrift(node.ownerUrl('smi'), 'smi', [Resident])).toEqual([]);
    @Entity('resident')
    class Drifted {
      @PrimaryColumn('uuid') id: string;
      @Column('text') org: string;
      @Column('integer') extra: number;
    }
    expect((await schemaDrift(node.ownerUrl('smi'), 'smi', [Drifted])).join()).toContain('extra');
  });
});

describe('the role of a service', () => {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client({ connectionString: node.settings('smi').databaseUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  it('has no power beyond its rows', async () => {
    const { rows } = await admin.query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname like 'xq\\_%'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const row of rows) expect(Object.values(row as object)).toEqual([false, false, false, false, false]);
    for (const sql of [
      'create table smi.x (id int)',
      'create table public.x (id int)',
      'create schema y',
      'drop table smi.outbox',
      'truncate smi.outbox',
    ]) {
      await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('finds its own schema without naming it, and none of the others', async () => {
    await expect(app.query('select * from outbox')).resolves.toBeDefined();
    await migrateService(node.ownerUrl('kpi'), 'kpi', MIGRATIONS.slice(0, 1));
    await expect(app.query('select * from kpi.outbox')).rejects.toThrow('permission denied for schema kpi');
    const kpiOwner = new pg.Client({ connectionString: node.ownerUrl('kpi') });
    await kpiOwner.connect();
    await expect(kpiOwner.query('select * from smi.outbox')).rejects.toThrow('permission denied for schema smi');
    await kpiOwner.end();
  });

  it('may use trigram search', async () => {
    const { rows } = await app.query<{ similar: number }>("select similarity('zhangsan', 'zhangshan') as similar");
    expect(rows[0]!.similar).toBeGreaterThan(0.4);
  });
});

describe('provisioning', () => {
  it('of several databases of one server at the same time gives each its own', async () => {
    const databases = ['xq_p_one', 'xq_p_two', 'xq_p_three'];
    for (const name of databases) await admin.query(`create database ${name}`);
    try {
      for (let round = 0; round < 4; round += 1) {
        const done = await Promise.all(
          databases.map((name) =>
            provisionDatabase(withDatabase(node.adminUrl, name), ['smi', 'kpi'], { database: name }),
          ),
        );
        expect(done.map(({ smi }) => new URL(smi.appUrl).pathname)).toEqual(databases.map((name) => `/${name}`));
      }
    } finally {
      for (const name of databases) await admin.query(`drop database ${name} with (force)`);
    }
  });
});
