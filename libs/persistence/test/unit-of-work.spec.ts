import { randomUUID } from 'node:crypto';
import { fromJsonString } from '@bufbuild/protobuf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError, FollowUpRecordedSchema } from '#contracts';
import { AuditLog, ConstraintViolation, OutboxSignal, UniqueViolation, UnitOfWork, type WriteTx } from '#persistence';
import { Resident, STREET_A, startSample, worker, type SampleService } from './sample-service.js';

let sample: SampleService;
let unitOfWork: UnitOfWork;
const everywhere = worker(['']);

beforeAll(async () => {
  sample = await startSample();
  unitOfWork = sample.module.get(UnitOfWork);
});
afterAll(() => sample.close());
beforeEach(async () => {
  await sample.admin.query('truncate resident, outbox, idempotency');
});

async function insert(tx: WriteTx, name: string): Promise<string> {
  const id = randomUUID();
  await tx.prepared('insert into resident (id, org, name) values ($1, $2, $3)', [id, STREET_A, name]);
  return id;
}

async function count(sql: string): Promise<number> {
  const { rows } = await sample.admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
  return rows[0]!.n;
}

const call = { context: everywhere, operation: 'test.Write' };

describe('a write', () => {
  it('commits its rows, the event and the audit row together and wakes the relay', async () => {
    let woken = 0;
    const unsubscribe = sample.module.get(OutboxSignal).subscribe(() => woken++);
    const id = await unitOfWork.write(call, async (tx) => {
      const residentId = await insert(tx, 'one');
      tx.emit(
        FollowUpRecordedSchema,
        { followUpId: residentId, version: 1 },
        { aggregateId: residentId, aggregateVersion: 1 },
      );
      tx.audit({
        action: 'resident.create',
        subjectKind: 'resident',
        subjectId: residentId,
        org: STREET_A,
        details: { fields: ['name'] },
      });
      expect(woken).toBe(0);
      return residentId;
    });
    unsubscribe();
    expect(woken).toBe(1);
    const { rows } = await sample.admin.query('select * from outbox');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      type: 'xinqiao.smi.v1.FollowUpRecorded',
      subject: `evt.${sample.settings.node.id}.xinqiao.smi.v1.FollowUpRecorded`,
      aggregate_id: id,
      aggregate_version: '1',
      seq: null,
    });
    const event = fromJsonString(FollowUpRecordedSchema, rows[0].payload);
    expect(event.meta).toMatchObject({ eventId: rows[0].id, actorId: 'worker-1', correlationId: 'correlation-1' });
    expect(event.followUpId).toBe(id);
    const trail = await sample.module.get(AuditLog).search({ subjectId: id });
    expect(trail.items[0]).toMatchObject({
      action: 'resident.create',
      actorId: 'worker-1',
      org: STREET_A,
      outcome: 'done',
    });
  });

  it('leaves nothing behind when the work throws', async () => {
    const failing = unitOfWork.write(call, async (tx) => {
      const id = await insert(tx, 'one');
      tx.emit(FollowUpRecordedSchema, { followUpId: id }, { aggregateId: id, aggregateVersion: 1 });
      throw new DomainError('COMMON.VERSION_STALE');
    });
    await expect(failing).rejects.toMatchObject({ code: 'COMMON.VERSION_STALE' });
    expect(await count('resident')).toBe(0);
    expect(await count('outbox')).toBe(0);
  });

  it('keeps the audit row of a refusal whose work is rolled back, and only that', async () => {
    const subjectId = randomUUID();
    const refused = unitOfWork.write(call, (tx) => {
      tx.audit({ action: 'resident.create', subjectKind: 'resident', subjectId });
      tx.audit({ action: 'resident.merge', subjectKind: 'resident', subjectId, outcome: 'refused' });
      return Promise.reject(new DomainError('COMMON.FORBIDDEN'));
    });
    await expect(refused).rejects.toMatchObject({ code: 'COMMON.FORBIDDEN' });
    const { items } = await sample.module.get(AuditLog).search({ subjectId });
    expect(items.map((item) => [item.action, item.outcome])).toEqual([['resident.merge', 'refused']]);
  });

  it('says which unique key or constraint refused, by SQL and through the manager, without the values', async () => {
    await unitOfWork.write(call, (tx) => insert(tx, 'taken'));
    const bySql = unitOfWork.write(call, (tx) => insert(tx, 'taken'));
    await expect(bySql).rejects.toMatchObject({
      name: 'UniqueViolation',
      constraint: 'resident_name_key',
      table: 'resident',
    });
    const byManager = unitOfWork.write(call, (tx) =>
      tx.manager.insert(Resident, { id: randomUUID(), org: STREET_A, name: 'taken' }),
    );
    const error = await byManager.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UniqueViolation);
    expect(JSON.stringify(error) + String((error as Error).cause)).not.toContain('taken)');
    const badOrg = unitOfWork.write(call, (tx) =>
      tx.query('insert into resident (id, org, name) values ($1, $2, $3)', [randomUUID(), '99', 'x']),
    );
    await expect(badOrg).rejects.toBeInstanceOf(ConstraintViolation);
  });

  it('refuses to pretend success after a statement failed and the work passed it over', async () => {
    const careless = unitOfWork.write(call, async (tx) => {
      await insert(tx, 'before');
      await tx.query('select no_such_column from resident').catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('nothing was committed');
    expect(await count('resident')).toBe(0);
  });

  it('goes on after a savepoint of the manager', async () => {
    await unitOfWork.write(call, async (tx) => {
      await insert(tx, 'kept');
      const inner = tx.manager.transaction((manager) =>
        manager.insert(Resident, { id: randomUUID(), org: STREET_A, name: 'kept' }),
      );
      await expect(inner).rejects.toBeInstanceOf(UniqueViolation);
    });
    expect(await count('resident')).toBe(1);
  });

  it('is tried again when it meets another transaction, and both are done', async () => {
    const [first, second] = await unitOfWork.write(call, async (tx) => [await insert(tx, 'a'), await insert(tx, 'b')]);
    let runs = 0;
    const bothHoldOne = Promise.withResolvers<undefined>();
    const crossing = (one: string, other: string): Promise<void> =>
      unitOfWork.write(call, async (tx) => {
        await tx.query('update resident set visits = visits + 1 where id = $1', [one]);
        if (++runs === 2) bothHoldOne.resolve(undefined);
        await bothHoldOne.promise;
        await tx.query('update resident set visits = visits + 1 where id = $1', [other]);
      });
    await Promise.all([crossing(first, second), crossing(second, first)]);
    expect(runs).toBeGreaterThan(2);
    const { rows } = await sample.admin.query('select visits from resident');
    expect(rows).toEqual([{ visits: '2' }, { visits: '2' }]);
  });

  it('refuses use of a transaction after its end', async () => {
    let escaped: WriteTx | undefined;
    await unitOfWork.write(call, (tx) => {
      escaped = tx;
      return Promise.resolve();
    });
    await expect(escaped!.query('select 1')).rejects.toThrow('the transaction is over');
  });
});

describe('a read', () => {
  it('cannot change anything', async () => {
    const change = unitOfWork.read(everywhere.caller, (tx) => tx.query('delete from resident'));
    await expect(change).rejects.toThrow('read-only');
  });

  it('gives dates as strings, bigint as numbers, and an error rather than a wrong figure', async () => {
    const rows = await unitOfWork.read(everywhere.caller, (tx) =>
      tx.query(`select date '2024-02-29' as day, array[date '2024-02-29', null] as days, 9007199254740991::bigint as n,
                       array[1::bigint, null] as ns, 1.10::numeric as exact`),
    );
    expect(rows).toEqual([
      { day: '2024-02-29', days: ['2024-02-29', null], n: 9007199254740991, ns: [1, null], exact: '1.10' },
    ]);
    const tooLarge = unitOfWork.read(everywhere.caller, (tx) => tx.query('select 9007199254740993::bigint'));
    await expect(tooLarge).rejects.toThrow('2^53');
  });

  it('with an audit row gives no data when the row cannot be written', async () => {
    await unitOfWork.write(call, (tx) => insert(tx, 'one'));
    const context = worker([''], { correlationId: 'read-audited' });
    const names = await unitOfWork.readAudited(context, async (tx) => {
      tx.audit({ action: 'resident.read', subjectKind: 'resident' });
      return tx.query<{ name: string }>('select name from resident');
    });
    expect(names).toEqual([{ name: 'one' }]);
    await sample.admin.query('revoke insert on audit_pending from xq_smi');
    const blind = unitOfWork.readAudited(context, async (tx) => {
      tx.audit({ action: 'resident.read', subjectKind: 'resident' });
      return tx.query('select name from resident');
    });
    await expect(blind).rejects.toBeInstanceOf(ConstraintViolation);
    await sample.admin.query('grant insert on audit_pending to xq_smi');
  });

  it('finds entities through the manager', async () => {
    const id = await unitOfWork.write(call, (tx) => insert(tx, 'one'));
    const found = await unitOfWork.read(everywhere.caller, (tx) => tx.manager.findOneBy(Resident, { id }));
    expect(found).toMatchObject({ id, name: 'one', visits: 0, bornOn: null });
  });
});
