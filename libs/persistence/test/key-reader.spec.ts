import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyReader } from '#persistence';
import { STREET_A, startSample, type SampleService } from './sample-service.js';

let sample: SampleService;
let reader: KeyReader;

beforeAll(async () => {
  sample = await startSample({ poolSize: 2 });
  reader = sample.module.get(KeyReader);
  await sample.admin.query(`create table figure (area text primary key, count integer not null)`);
  await sample.admin.query(`insert into figure select 'area ' || n, n from generate_series(1, 50) n`);
  await sample.admin.query('grant select, delete on figure to xq_smi');
  await sample.admin.query(`insert into resident (id, org, name) values (gen_random_uuid(), $1, 'one')`, [STREET_A]);
});
afterAll(() => sample.close());

const BY_AREA = 'select count from figure where area = any($1::text[])';
const figure = (n: number) => reader.read<{ count: number }>(BY_AREA, [[`area ${n}`]]);

describe('a reader by key', () => {
  it('gives each of many at once its own answer, on two connections at most', async () => {
    const numbers = Array.from({ length: 200 }, (_, place) => 1 + (place % 50));
    const answers = await Promise.all(numbers.map(figure));
    expect(answers).toEqual(numbers.map((count) => [{ count }]));
    const { rows } = await sample.admin.query<{ n: number }>(
      `select count(*)::int n from pg_stat_activity where usename = 'xq_smi' and query like 'select count from figure%'`,
    );
    expect(rows[0]!.n).toBeLessThanOrEqual(2);
  });

  it('sees nobody: a table under row security is empty without a scope', async () => {
    const seen = await reader.read('select name from resident where org = any($1::text[])', [[STREET_A]]);
    expect(seen).toEqual([]);
    const { rows } = await sample.admin.query('select name from resident');
    expect(rows).toHaveLength(1);
  });

  it('cannot change anything', async () => {
    const change = reader.read('delete from figure where area = any($1::text[])', [['area 1']]);
    await expect(change).rejects.toThrow('read-only');
    expect(await figure(1)).toEqual([{ count: 1 }]);
  });

  it('fails alone: who travels in the same packet is answered', async () => {
    const reads = Array.from({ length: 40 }, (_, place) =>
      place % 4 === 3 ? reader.read('select 1 / $1::int as count', [0]) : figure(place + 1),
    );
    const outcomes = await Promise.allSettled(reads);
    expect(outcomes.map(({ status }) => status)).toEqual(reads.map((_, n) => (n % 4 === 3 ? 'rejected' : 'fulfilled')));
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') expect(outcome.value).toEqual([{ count: place + 1 }]);
    }
  });

  it('is not held up by one that is slow', async () => {
    const slow = reader.read('select pg_sleep($1::float) is null as slept', [1]).then(() => 'slow');
    await sleep(5);
    const quick = figure(7).then(() => 'quick');
    expect(await Promise.race([slow, quick])).toBe('quick');
    await slow;
  });

  it('is planned once, for any values', async () => {
    const [plan] = await reader.read<{ mode: string }>(`select current_setting($1) as mode`, ['plan_cache_mode']);
    expect(plan).toEqual({ mode: 'force_generic_plan' });
  });

  it('loses its connections and finds the database again by itself', async () => {
    await figure(1);
    await sample.admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'xq_smi'`);
    // A read that meets the end of its connection is refused as unavailable; the next one has a new one.
    const outcomes = await Promise.allSettled([figure(2), figure(3)]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'COMMON.UNAVAILABLE' });
    }
    expect(await figure(4)).toEqual([{ count: 4 }]);
  });
});
