import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { AuditLog, AuditSealer, AuditVerifier, UnitOfWork } from '#persistence';
import { startSample, worker, type SampleService } from './sample-service.js';

let sample: SampleService;
let log: AuditLog;
let sealer: AuditSealer;
let verifier: AuditVerifier;
const context = worker(['']);

beforeAll(async () => {
  sample = await startSample();
  log = sample.module.get(AuditLog);
  sealer = sample.module.get(AuditSealer);
  verifier = sample.module.get(AuditVerifier);
  // The background sealer stops, so that each test decides when rows are sealed.
  await sealer.beforeApplicationShutdown();
});
afterAll(() => sample.close());

const anchorPath = (): string => `${sample.settings.keysDirectory}/audit/smi.head.json`;

/** As somebody with the whole database in hand would: triggers off. */
async function tamper(sql: string, params: unknown[] = []): Promise<number> {
  await sample.admin.query('set session_replication_role = replica');
  const { rowCount } = await sample.admin.query(sql, params);
  await sample.admin.query('set session_replication_role = origin');
  return rowCount ?? 0;
}

async function fresh(rows: number): Promise<void> {
  await tamper('truncate audit_entry, audit_pending');
  await rm(anchorPath(), { force: true });
  Object.assign(sealer, { anchoredAt: 0 });
  for (let i = 0; i < rows; i++) {
    await log.recordRead(context, {
      action: i % 2 === 0 ? 'person.read' : 'person.reveal',
      subjectKind: 'person',
      ...(i % 3 === 0 ? {} : { subjectId: `subject-${i.toString()}` }),
      ...(i % 4 === 0 ? {} : { org: '990101001001' }),
      details: { fields: ['phone', `"\\\b\f\n\r\t\u0001\u001f\u007f\u2028 é 字 😀`], n: i },
    });
  }
}

describe('sealing', () => {
  it('chains what was pending, in order, and the verifier agrees', async () => {
    await fresh(7);
    expect(await verifier.verify()).toMatchObject({ sealed: 0, pending: 7, intact: true });
    expect(await sealer.sealAll()).toBe(7);
    const verdict = await verifier.verify();
    expect(verdict).toMatchObject({ sealed: 7, pending: 0, intact: true, brokenAt: undefined });
    expect(JSON.parse(await readFile(anchorPath(), 'utf8'))).toEqual({ seq: 7, hash: verdict.headHash });
  });

  it('by several sealers at once gives one chain with every row once', async () => {
    await fresh(0);
    const writers = Array.from({ length: 40 }, () =>
      sample.module.get(UnitOfWork).readAudited(context, (tx) => {
        tx.audit({ action: 'person.read', subjectKind: 'person' });
        tx.audit({ action: 'case.read', subjectKind: 'case' });
        return Promise.resolve();
      }),
    );
    const sealers = Array.from({ length: 6 }, () => sealer.sealAll());
    await Promise.all([...writers, ...sealers]);
    await sealer.sealAll();
    expect(await verifier.verify()).toMatchObject({ sealed: 80, pending: 0, intact: true });
  });

  it('goes on over more rows than one batch', async () => {
    await fresh(0);
    await sample.admin
      .query(`insert into audit_pending (id, recorded_at, actor_id, action, subject_kind, outcome, correlation_id, details)
      select gen_random_uuid(), now(), 'u', 'a', 'k', 'done', 'c', '{}' from generate_series(1, 2600)`);
    expect(await sealer.sealAll()).toBe(2600);
    expect(await verifier.verify()).toMatchObject({ sealed: 2600, intact: true });
  });
});

describe('the verifier', () => {
  const TEXT = ['actor_id', 'action', 'subject_kind', 'outcome', 'correlation_id', 'details'];
  const tampering = fc.oneof(
    fc.record({
      kind: fc.constant('change' as const),
      column: fc.constantFrom(...TEXT),
      at: fc.integer({ min: 1, max: 12 }),
    }),
    fc.record({
      kind: fc.constant('nullify' as const),
      column: fc.constantFrom('subject_id', 'org'),
      at: fc.integer({ min: 1, max: 12 }),
    }),
    fc.record({ kind: fc.constant('time' as const), at: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('hash' as const), at: fc.integer({ min: 1, max: 12 }), bit: fc.nat(255) }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('swap' as const), at: fc.integer({ min: 1, max: 11 }) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.integer({ min: 1, max: 13 }) }),
    fc.record({ kind: fc.constant('renumber' as const), at: fc.integer({ min: 1, max: 12 }) }),
  );

  beforeEach(async () => {
    await fresh(12);
    await sealer.sealAll();
    await tamper('drop table if exists audit_original');
    await tamper('create table audit_original as table audit_entry');
  });

  async function apply(change: { kind: string; at: number; column?: string; bit?: number }): Promise<number> {
    const { kind, at, column = '', bit = 0 } = change;
    const where = 'where chain_seq = $1';
    const shift = async (by: string): Promise<number> => {
      await tamper(`update audit_entry set chain_seq = -chain_seq where chain_seq >= $1`, [at]);
      return tamper(`update audit_entry set chain_seq = -chain_seq ${by} where chain_seq < 0`);
    };
    switch (kind) {
      case 'change':
        return tamper(`update audit_entry set ${column} = ${column} || ' ' ${where}`, [at]);
      case 'nullify':
        return tamper(
          `update audit_entry set ${column} = coalesce(nullif(${column}, ${column}), case when ${column} is null then '' end) ${where}`,
          [at],
        );
      case 'time':
        return tamper(`update audit_entry set recorded_at = recorded_at + interval '1 microsecond' ${where}`, [at]);
      case 'hash':
        return tamper(`update audit_entry set hash = set_bit(hash, $2, 1 - get_bit(hash, $2)) ${where}`, [at, bit]);
      case 'remove':
        return tamper(`delete from audit_entry ${where}`, [at]);
      case 'cut':
        return tamper('delete from audit_entry where chain_seq >= $1', [at]);
      case 'renumber':
        await tamper(`delete from audit_entry ${where}`, [at]);
        return (await shift('- 1')) + 1;
      case 'swap':
        await tamper(`update audit_entry set chain_seq = -chain_seq ${where}`, [at]);
        await tamper(`update audit_entry set chain_seq = chain_seq - 1 where chain_seq = $1 + 1`, [at]);
        return tamper('update audit_entry set chain_seq = 1 - chain_seq where chain_seq < 0');
      default:
        await shift('+ 1');
        return tamper(
          `insert into audit_entry (chain_seq, id, recorded_at, actor_id, action, subject_kind, outcome, correlation_id, details, hash)
           values ($1, $2, now(), 'u', 'a', 'k', 'done', 'c', '{}', sha256('made up'))`,
          [at, randomUUID()],
        );
    }
  }

  it('finds whatever is changed, removed, inserted, moved or cut off (property)', async () => {
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        await tamper('truncate audit_entry');
        await tamper('insert into audit_entry select * from audit_original');
        expect(await verifier.verify()).toMatchObject({ intact: true, sealed: 12 });
        expect(await apply(change)).toBeGreaterThan(0);
        const verdict = await verifier.verify();
        expect(verdict).toMatchObject({ intact: false, brokenAt: change.at });
        expect(verdict.reason).toBeTruthy();
      }),
      { numRuns: 120 },
    );
  });

  it('finds a chain rewritten from a row on, with good hashes, by the head kept outside', async () => {
    await tamper(
      "insert into audit_pending (id, recorded_at, actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details) select id, recorded_at, case when chain_seq = 5 then 'somebody else' else actor_id end, action, subject_kind, subject_id, org, outcome, correlation_id, details from audit_entry where chain_seq >= 5 order by chain_seq",
    );
    await tamper('delete from audit_entry where chain_seq >= 5');
    await sample.admin.query('select seal_audit(500)');
    expect(await verifier.verify()).toMatchObject({ intact: false, brokenAt: 12, sealed: 12 });
    // Without the outside head such a forgery looks whole: that is what the file is for.
    await rm(anchorPath());
    expect(await verifier.verify()).toMatchObject({ intact: true });
  });

  it('finds an emptied trail and an anchor that was changed', async () => {
    await tamper('truncate audit_entry');
    expect(await verifier.verify()).toMatchObject({ intact: false, brokenAt: 1, sealed: 0 });
    await tamper('insert into audit_entry select * from audit_original');
    await writeFile(anchorPath(), JSON.stringify({ seq: 3, hash: '00' }));
    expect(await verifier.verify()).toMatchObject({ intact: false, brokenAt: 3 });
  });
});

describe('the service role', () => {
  it('can neither change nor remove a row of the trail, sealed or pending', async () => {
    await fresh(1);
    await sealer.sealAll();
    await log.recordRead(context, { action: 'person.read', subjectKind: 'person' });
    const app = new pg.Client({ connectionString: sample.settings.databaseUrl });
    await app.connect();
    for (const table of ['audit_entry', 'audit_pending']) {
      for (const sql of [
        `update ${table} set action = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
      ]) {
        await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
      }
    }
    const forged = `insert into audit_entry (chain_seq, id, recorded_at, actor_id, action, subject_kind, outcome, correlation_id, details, hash)
      values (99, gen_random_uuid(), now(), 'u', 'a', 'k', 'done', 'c', '{}', 'x')`;
    await expect(app.query(forged)).rejects.toThrow('permission denied');
    await expect(app.query('select seal_audit(10)')).resolves.toBeDefined();
    await app.end();
  });

  it('is joined by the owner, whom the triggers refuse', async () => {
    const owner = new pg.Client({ connectionString: sample.node.ownerUrl('smi') });
    await owner.connect();
    for (const sql of [
      "update audit_entry set action = 'x'",
      'delete from audit_entry',
      'truncate audit_entry',
      "update audit_pending set action = 'x'",
    ]) {
      await expect(owner.query(sql)).rejects.toThrow('only grows');
    }
    await owner.end();
  });
});

describe('search', () => {
  it('pages newest first by keyset over sealed and pending rows, each once', async () => {
    await fresh(9);
    await sealer.sealAll();
    for (let i = 0; i < 4; i++) await log.recordRefusal(context, { action: 'person.reveal', subjectKind: 'person' });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await log.search({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      ids.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(ids).toHaveLength(13);
    expect(ids).toEqual([...ids].sort().reverse());
    const pending = await log.search({ limit: 1 });
    expect(pending.items[0]).toMatchObject({ chainSeq: 0, outcome: 'refused' });
  });

  it('filters by actor, subject, action and time, and refuses a foreign cursor', async () => {
    await fresh(6);
    await sealer.sealAll();
    expect((await log.search({ action: 'person.reveal' })).items).toHaveLength(3);
    const [one] = (await log.search({ subjectId: 'subject-4' })).items;
    expect(one).toMatchObject({ subjectId: 'subject-4', chainSeq: 5 });
    expect((await log.search({ actorId: 'nobody' })).items).toEqual([]);
    expect((await log.search({ from: '2000-01-01T00:00:00Z', to: '2001-01-01T00:00:00Z' })).items).toEqual([]);
    expect((await log.search({ from: one!.recordedAt, actorId: 'worker-1' })).items.length).toBeGreaterThan(0);
    await expect(log.search({ cursor: 'abc' })).rejects.toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
  });
});
