import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError, FollowUpRecordedSchema } from '#contracts';
import { AuditLog, UnitOfWork, type WriteTx } from '#persistence';
import { STREET_A, STREET_B, startSample, worker, type SampleService } from './sample-service.js';

type Manner = 'fine' | 'refused' | 'clash' | 'broken' | 'slow';

interface Visit {
  readonly manner?: Manner;
  readonly key?: string;
  readonly scope?: string;
}

let sample: SampleService;
let unitOfWork: UnitOfWork;
let residents: string[];

beforeAll(async () => {
  sample = await startSample({ poolSize: 8 });
  unitOfWork = sample.module.get(UnitOfWork);
});
afterAll(() => sample.close());

/** Residents of two streets in turn, without a visit, and nothing besides. */
async function anew(count: number): Promise<void> {
  await sample.admin.query('truncate resident, outbox, idempotency');
  residents = Array.from({ length: count }, () => randomUUID());
  for (const [place, id] of residents.entries()) {
    const org = place % 2 === 0 ? STREET_A : STREET_B;
    await sample.admin.query('insert into resident (id, org, name) values ($1, $2, $3)', [id, org, id]);
  }
}

/** Counts one more visit than it read: two that read the same would lose one. */
function visit(place: number, { manner = 'fine', key = randomUUID(), scope = '' }: Visit = {}): Promise<number> {
  const id = residents[place]!;
  const call = { context: worker([scope], { idempotencyKey: key }), operation: 'test.Visit', requestDigest: id };
  return unitOfWork.writeShared(call, id, async (tx) => {
    if (manner === 'broken') await tx.query('select 1 / 0');
    const [row] = await tx.prepared<{ visits: number }>('select visits from resident where id = $1 for update', [id]);
    if (row === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return manner === 'refused' ? refuse(tx, id) : record(tx, id, row.visits + 1, manner);
  });
}

function refuse(tx: WriteTx, id: string): never {
  tx.audit({ action: 'resident.visit', subjectKind: 'resident', subjectId: id, outcome: 'refused' });
  throw new DomainError('COMMON.FORBIDDEN');
}

function record(tx: WriteTx, id: string, visits: number, manner: Manner): number {
  tx.atCommit('update resident set visits = $2 where id = $1', [id, visits]);
  // The name of a row that is there: refused only when everything is sent.
  if (manner === 'clash') {
    tx.atCommit('insert into resident (id, org, name) values ($1, $2, $3)', [randomUUID(), STREET_A, residents[0]]);
  }
  if (manner === 'slow') {
    tx.atCommit('set local statement_timeout = 50');
    tx.atCommit('select pg_sleep(1)');
  }
  tx.emit(FollowUpRecordedSchema, { followUpId: id, version: visits }, { aggregateId: id, aggregateVersion: visits });
  tx.audit({ action: 'resident.visit', subjectKind: 'resident', subjectId: id });
  return visits;
}

async function visitsOf(): Promise<number[]> {
  const { rows } = await sample.admin.query<{ id: string; visits: number }>(
    'select id, visits::int as visits from resident where id = any($1)',
    [residents],
  );
  return residents.map((id) => rows.find((row) => row.id === id)!.visits);
}

describe('writes that share a transaction', () => {
  it('do so when they arrive together, each with its own answer, event and audit row', async () => {
    await anew(12);
    await expect(Promise.all(residents.map((_, place) => visit(place)))).resolves.toEqual(Array(12).fill(1));
    const { rows } = await sample.admin.query('select count(distinct xmin::text)::int as n from resident');
    expect(rows[0].n).toBe(1);
    const { rows: events } = await sample.admin.query<{ aggregate_id: string }>('select aggregate_id from outbox');
    expect(events.map((event) => event.aggregate_id).sort()).toEqual([...residents].sort());
    const trail = await sample.module.get(AuditLog).search({ subjectId: residents[7]! });
    expect(trail.items).toHaveLength(1);
  });

  it('never do when they are about the same', async () => {
    await anew(1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit(0)));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
    await expect(visitsOf()).resolves.toEqual([20]);
  });

  it('never do under different scopes: each row is read under its caller’s', async () => {
    await anew(8);
    const outcomes = await Promise.allSettled(
      residents.flatMap((_, place) => [
        visit(place, { scope: STREET_A.slice(0, 9) }),
        visit(place, { scope: STREET_B.slice(0, 9) }),
      ]),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(8);
    expect(refused.every(({ reason }) => (reason as DomainError).code === 'COMMON.NOT_FOUND')).toBe(true);
    await expect(visitsOf()).resolves.toEqual(Array(8).fill(1));
  });

  it('leave the audit row of a refusal behind, and nobody else touched', async () => {
    await anew(4);
    const outcomes = await Promise.allSettled([visit(0), visit(1, { manner: 'refused' }), visit(2), visit(3)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    await expect(visitsOf()).resolves.toEqual([1, 0, 1, 1]);
    const trail = await sample.module.get(AuditLog).search({ subjectId: residents[1]! });
    expect(trail.items.map((item) => item.outcome)).toEqual(['refused']);
  });

  it('do not give one’s time limit to its neighbours', async () => {
    await anew(4);
    const outcomes = await Promise.allSettled([visit(0), visit(1, { manner: 'slow' }), visit(2), visit(3)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'COMMON.TIMEOUT' } });
    await expect(visitsOf()).resolves.toEqual([1, 0, 1, 1]);
  });

  it('have one effect a key and lose none, whatever fails beside them (property)', async () => {
    const manners = fc.constantFrom<Manner>('fine', 'fine', 'fine', 'refused', 'clash', 'broken');
    const calls = fc.array(fc.record({ place: fc.nat(5), manner: manners, key: fc.nat(11), delay: fc.nat(4) }), {
      minLength: 2,
      maxLength: 24,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (wanted) => {
        await anew(6);
        const run = randomUUID();
        const outcomes = await Promise.allSettled(
          wanted.map(async ({ place, manner, key, delay }) => {
            await new Promise((resolve) => setTimeout(resolve, delay));
            // The key stands for the place as well, so that no key is used for two requests.
            return visit(place, { manner, key: `${run}-${place.toString()}-${key.toString()}` });
          }),
        );
        const done = wanted.filter((_, place) => outcomes[place]!.status === 'fulfilled');
        const expected = residents.map(
          (_, place) => new Set(done.filter((one) => one.place === place).map((one) => one.key)).size,
        );
        await expect(visitsOf()).resolves.toEqual(expected);
        const { rows } = await sample.admin.query('select count(*)::int as n from outbox');
        expect(rows[0].n).toBe(expected.reduce((sum, one) => sum + one, 0));
        // Whoever asked for nothing odd was served, whatever the neighbours did.
        wanted.forEach((one, place) => {
          if (one.manner === 'fine') expect(outcomes[place]!.status).toBe('fulfilled');
        });
      }),
      { numRuns: 60 },
    );
  });
});
