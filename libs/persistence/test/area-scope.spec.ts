import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { UnitOfWork, ConstraintViolation } from '#persistence';
import { Resident, STREET_A, STREET_B, startSample, worker, type SampleService } from './sample-service.js';

let sample: SampleService;
let unitOfWork: UnitOfWork;
/** A connection of the service's own role, past all our code: what an injected statement could do. */
let app: pg.Client;

const ORGS = [STREET_A, '990101001001', '990101001002', STREET_B, '990101002001', '990102001001', '980101001001'];

beforeAll(async () => {
  sample = await startSample({ poolSize: 2 });
  unitOfWork = sample.module.get(UnitOfWork);
  app = new pg.Client({ connectionString: sample.settings.databaseUrl });
  await app.connect();
  for (const org of ORGS) {
    await sample.admin.query('insert into resident (id, org, name) values ($1, $2, $2)', [randomUUID(), org]);
  }
});
afterAll(async () => {
  await app.end();
  await sample.close();
});

async function seen(): Promise<string[]> {
  const { rows } = await app.query<{ org: string }>('select org from resident order by org');
  return rows.map((row) => row.org);
}

async function seenBy(scopes: readonly string[]): Promise<string[]> {
  const rows = await unitOfWork.read(worker(scopes).caller, (tx) =>
    tx.query<{ org: string }>('select org from resident order by org'),
  );
  return rows.map((row) => row.org);
}

describe('row security by area, in SQL as the service role', () => {
  it('shows nothing without a setting, with an empty one, and with an empty list', async () => {
    expect(await seen()).toEqual([]);
    for (const setting of ['', '{}']) {
      await app.query('begin');
      await app.query("select set_config('app.scope', $1, true)", [setting]);
      expect(await seen()).toEqual([]);
      await app.query('rollback');
    }
  });

  it('ends with the transaction, on commit and on rollback', async () => {
    for (const end of ['commit', 'rollback']) {
      await app.query('begin');
      await app.query(`select set_config('app.scope', '{""}', true)`);
      expect(await seen()).toHaveLength(ORGS.length);
      await app.query(end);
      expect(await seen()).toEqual([]);
    }
  });

  it('cannot be switched off by the role', async () => {
    await expect(app.query('alter table resident disable row level security')).rejects.toThrow('must be owner');
    await expect(app.query('set role xq_smi_owner')).rejects.toThrow('permission denied');
    await app.query('set row_security = off');
    await expect(app.query('select * from resident')).rejects.toThrow('row-level security');
    await app.query('reset row_security');
  });

  it('holds for the owner of the table as well', async () => {
    const owner = new pg.Client({ connectionString: sample.node.ownerUrl('smi') });
    await owner.connect();
    expect((await owner.query('select * from resident')).rows).toEqual([]);
    await owner.end();
  });
});

describe('the unit of work', () => {
  it('shows exactly the rows below the prefixes of the caller (property)', async () => {
    const cut = fc.constantFrom(
      '',
      '99',
      '9901',
      '990101',
      '990102',
      '990101001',
      '990101002',
      STREET_A,
      '990101001001',
      '98',
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(cut, { maxLength: 4 }), async (scopes) => {
        const expected = ORGS.filter((org) => scopes.some((scope) => org.startsWith(scope))).sort();
        expect(await seenBy(scopes)).toEqual(expected);
        // The next borrower of the same connection starts with nothing.
        expect(await seenBy([])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no scope on a connection it gives back', async () => {
    await Promise.all([1, 2, 3, 4].map(() => seenBy([''])));
    await unitOfWork.write({ context: worker(['']), operation: 'x' }, () => Promise.resolve());
    const keyed = worker([''], { idempotencyKey: randomUUID() });
    await unitOfWork.write({ context: keyed, operation: 'x' }, () => Promise.resolve());
    const pool = sample.module.get(DataSource);
    const left = await Promise.all(
      [1, 2].map(() =>
        pool.query(`select current_setting('app.scope', true) as scope, count(*) as n, pg_sleep(0.1) from resident`),
      ),
    );
    for (const [row] of left) expect([row.scope || null, row.n]).toEqual([null, 0]);
  });

  it('keeps scopes apart when many callers share few connections', async () => {
    const callers = Array.from({ length: 60 }, (_, i) => ORGS[i % ORGS.length]!);
    const results = await Promise.all(callers.map((org) => seenBy([org])));
    expect(results).toEqual(callers.map((org) => [org]));
  });

  it('refuses rows outside the scope, new or moved', async () => {
    const call = { context: worker(['990101001']), operation: 'test' };
    const inserted = unitOfWork.write(call, (tx) =>
      tx.manager.insert(Resident, { id: randomUUID(), org: STREET_B, name: 'x' }),
    );
    await expect(inserted).rejects.toBeInstanceOf(ConstraintViolation);
    const moved = unitOfWork.write(call, (tx) =>
      tx.query('update resident set org = $1 where org = $2', [STREET_B, STREET_A]),
    );
    await expect(moved).rejects.toMatchObject({ sqlState: '42501' });
    const outside = await unitOfWork.write(call, (tx) =>
      tx.query('update resident set visits = 1 where org = $1 returning id', [STREET_B]),
    );
    expect(outside).toEqual([]);
  });

  it('takes nothing but digits as a scope', async () => {
    for (const scope of [`99"}', true); drop table resident; --`, '99%', '９９', '9901010010001']) {
      await expect(seenBy([scope])).rejects.toThrow('not a prefix');
      await expect(
        unitOfWork.write({ context: worker([scope]), operation: 'x' }, () => Promise.resolve()),
      ).rejects.toThrow('not a prefix');
    }
    expect(await seenBy([''])).toHaveLength(ORGS.length);
  });
});
