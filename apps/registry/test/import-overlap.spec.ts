import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { madeUpPerson } from '#testing';
import { ImportJobRepository } from '../src/imports/import-job.repository.js';
import { PersonRepository } from '../src/persons/person.repository.js';
import { csv, importFile, PERSON_FIELDS } from './import-files.js';
import { RegistryNode, ROOM_A1 } from './registry-node.js';

jest.setTimeout(60_000);

const BATCH = 500;
const HEADER = [...PERSON_FIELDS, 'address'];

type Row = (string | number)[];

/** Rows of different people, so many batches long. */
function people(from: number, batches: number): Row[] {
  return Array.from({ length: batches * BATCH }, (_, i) => {
    const person = madeUpPerson(from + i);
    return [...PERSON_FIELDS.map((field) => person[field]), ''];
  });
}

const unnumbered = (name: string, address: string): Row => [name, 2, '1961-02-03', 'none', '', '', ROOM_A1, address];

describe('a batch of an import that is stored while the one before it is not committed', () => {
  let registry: RegistryNode;
  let sql: pg.Client;

  beforeAll(async () => {
    registry = await RegistryNode.start();
    await registry.addTree();
    ({ sql } = registry);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await registry.close();
  });

  const run = (rows: Row[]) =>
    importFile(registry.app, registry.admin, { kind: 'persons', data: csv([HEADER, ...rows]) });

  /** The first batch does not get further than its rows until the second has got as far; then it does `next`. */
  function hold(next: () => void = () => undefined): { met: () => boolean; advances: () => number } {
    const jobs = registry.app.get(ImportJobRepository);
    const persons = registry.app.get(PersonRepository);
    const advance = jobs.advance.bind(jobs);
    const insert = persons.insert.bind(persons);
    const { promise: second, resolve } = Promise.withResolvers<undefined>();
    let [inserts, advances] = [0, 0];
    jest.spyOn(persons, 'insert').mockImplementation(async (...args) => {
      const ids = await insert(...args);
      inserts += 1;
      if (inserts === 2) resolve(undefined);
      return ids;
    });
    jest.spyOn(jobs, 'advance').mockImplementation(async (...args) => {
      advances += 1;
      if (advances === 1) {
        await second;
        next();
      }
      return advance(...args);
    });
    return { met: () => inserts >= 2, advances: () => advances };
  }

  it('knows what that one stored', async () => {
    const rows = people(0, 3);
    rows[0] = unnumbered('钱无号', '');
    rows[BATCH] = [...rows[3]!];
    rows[BATCH + 1] = [...rows[4]!.slice(0, -1), '另一处'];
    rows[BATCH + 2] = unnumbered('钱无号', '');
    rows[BATCH + 3] = unnumbered('钱无号', '另一处');
    // Two batches on, the database knows.
    rows[2 * BATCH] = [...rows[5]!];
    const { met, advances } = hold();
    const job = await run(rows);
    // None had to be done again.
    expect([met(), advances()]).toEqual([true, 3]);
    expect(job).toMatchObject({ status: 'done', accepted: 3 * BATCH - 5, rejected: 2, skipped: 3 });
    expect(job.firstErrors.map(({ row, code }) => [row, code])).toEqual([
      [BATCH + 1 + 2, 'REGISTRY.PERSON.ID_NUMBER_EXISTS'],
      [BATCH + 3 + 2, 'REGISTRY.PERSON.POSSIBLE_DUPLICATE'],
    ]);
  });

  it('is not kept when that one is not, and both come once when it goes on', async () => {
    const count = async () =>
      (
        await sql.query<{ people: number; told: number }>(
          `select (select count(*)::int from person) as people,
                (select sum(jsonb_array_length(payload::jsonb -> 'persons'))::int from outbox
                  where type like '%PersonsImported') as told`,
        )
      ).rows[0]!;
    const before = await count();
    let during: unknown;
    const { met } = hold(() => {
      during = count();
      throw new Error('the line was cut');
    });
    const job = await run(people(20_000, 3));
    expect(met()).toBe(true);
    expect(await during).toEqual(before);
    expect(job).toMatchObject({ status: 'done', accepted: 3 * BATCH, rejected: 0, skipped: 0 });
    const { people: all, told } = await count();
    expect([all - before.people, told - before.told]).toEqual([3 * BATCH, 3 * BATCH]);
  });
});
