import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FollowUpRecordedSchema } from '#contracts';
import { anonymousCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { STREET_A, startSample, worker, type SampleService } from './sample-service.js';

let sample: SampleService;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  sample = await startSample({ poolSize: 8 });
  unitOfWork = sample.module.get(UnitOfWork);
});
afterAll(() => sample.close());

/** Creates one resident with one event and one audit row, and answers its id. */
function create(
  key: string | undefined,
  digest: string,
  name: string = randomUUID(),
  operation = 'test.Create',
): Promise<{ id: string }> {
  const context = worker([''], key === undefined ? {} : { idempotencyKey: key });
  return unitOfWork.write({ context, operation, requestDigest: digest }, async (tx) => {
    const id = randomUUID();
    await tx.query('insert into resident (id, org, name) values ($1, $2, $3)', [id, STREET_A, name]);
    tx.emit(FollowUpRecordedSchema, { followUpId: id }, { aggregateId: id, aggregateVersion: 1 });
    tx.audit({ action: 'resident.create', subjectKind: 'resident', subjectId: id });
    return { id };
  });
}

async function effects(): Promise<{ residents: number; events: number }> {
  const { rows } = await sample.admin.query<{ residents: number; events: number }>(
    'select (select count(*)::int from resident) as residents, (select count(*)::int from outbox) as events',
  );
  return rows[0]!;
}

describe('writes under idempotency keys', () => {
  it('have one effect and one answer a key, whatever overlaps (property)', async () => {
    const requests = fc.array(fc.record({ key: fc.nat(2), body: fc.nat(1), delay: fc.nat(8) }), {
      minLength: 2,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(requests, async (calls) => {
        await sample.admin.query('truncate resident, outbox, idempotency');
        const run = randomUUID();
        const outcomes = await Promise.all(
          calls.map(async ({ key, body, delay }) => {
            await new Promise((resolve) => setTimeout(resolve, delay));
            // A repeat writes the same natural key: without the lock it would be refused as a duplicate of itself.
            return create(`${run}-${key.toString()}`, `body-${body.toString()}`, `name-${key.toString()}`).then(
              (answer) => ({ key, body, id: answer.id }),
              (error: unknown) => ({ key, body, code: (error as { code?: string }).code ?? String(error) }),
            );
          }),
        );
        const keys = new Set(calls.map(({ key }) => key));
        for (const key of keys) {
          const of = outcomes.filter((outcome) => outcome.key === key);
          const answered = of.filter((outcome) => 'id' in outcome);
          expect(new Set(answered.map((outcome) => outcome.id)).size).toBe(1);
          expect(new Set(answered.map((outcome) => outcome.body)).size).toBe(1);
          const refused = of.filter((outcome) => 'code' in outcome);
          expect(refused.every((outcome) => outcome.code === 'COMMON.IDEMPOTENCY_KEY_REUSED')).toBe(true);
          expect(refused.every((outcome) => outcome.body !== answered[0]!.body)).toBe(true);
        }
        expect(await effects()).toEqual({ residents: keys.size, events: keys.size });
      }),
      { numRuns: 40 },
    );
  });

  it('may use a key again after a refusal, which is not kept', async () => {
    const key = randomUUID();
    await create(undefined, '', 'occupied');
    await expect(create(key, 'd', 'occupied')).rejects.toMatchObject({ name: 'UniqueViolation' });
    await sample.admin.query("delete from resident where name = 'occupied'");
    await expect(create(key, 'd', 'occupied')).resolves.toHaveProperty('id');
  });

  it('refuse a key under another operation', async () => {
    const key = randomUUID();
    await create(key, 'd');
    await expect(create(key, 'd', randomUUID(), 'test.Other')).rejects.toMatchObject({
      code: 'COMMON.IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('keep the keys of two callers apart', async () => {
    const key = randomUUID();
    const first = await create(key, 'd');
    const other = worker([''], {
      idempotencyKey: key,
      caller: { kind: 'user', id: 'worker-2', roles: [], scopes: [''] },
    });
    await expect(
      unitOfWork.write({ context: other, operation: 'test.Create', requestDigest: 'd' }, () =>
        Promise.resolve({ id: 'own' }),
      ),
    ).resolves.toEqual({ id: 'own' });
    await expect(create(key, 'd')).resolves.toEqual(first);
  });

  it('keep no answer for anonymous callers, who share one id', async () => {
    const context = worker([], { caller: anonymousCaller, idempotencyKey: 'shared' });
    let runs = 0;
    const signIn = (): Promise<number> =>
      unitOfWork.write({ context, operation: 'test.SignIn' }, () => Promise.resolve(++runs));
    await expect(signIn()).resolves.toBe(1);
    await expect(signIn()).resolves.toBe(2);
  });

  it('store the answer sealed', async () => {
    const context = worker([''], { idempotencyKey: 'sealed-answer' });
    await unitOfWork.write({ context, operation: 'test.Create' }, () => Promise.resolve({ name: 'Zhang San' }));
    const { rows } = await sample.admin.query<{ answer: Buffer }>(
      "select answer from idempotency where key = 'sealed-answer'",
    );
    expect(rows[0]!.answer.toString('latin1')).not.toContain('Zhang');
    await expect(
      unitOfWork.write({ context, operation: 'test.Create' }, () => Promise.resolve({ name: '' })),
    ).resolves.toEqual({ name: 'Zhang San' });
  });
});
