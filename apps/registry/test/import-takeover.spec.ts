import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { INestMicroservice } from '@nestjs/common';
import type pg from 'pg';
import { ImportJobRepository } from '../src/imports/import-job.repository.js';
import { finished, personsCsv, startImport } from './import-files.js';
import { RegistryNode, startRegistry } from './registry-node.js';

jest.setTimeout(60_000);

/** Lets a worker get through some batches, then freezes it where it stands, as a stopped process would be. */
function freezeAfter(app: INestMicroservice, batches: number, when: 'before-commit' | 'after-commit') {
  const jobs = app.get(ImportJobRepository);
  const { promise: thawed, resolve: thaw } = Promise.withResolvers<undefined>();
  const { promise: frozen, resolve: freeze } = Promise.withResolvers<undefined>();
  const advance = jobs.advance.bind(jobs);
  const beat = jobs.beat.bind(jobs);
  let left = batches;
  let stuck = false;
  jobs.advance = async (...args) => {
    left -= 1;
    const hang = async (): Promise<void> => {
      stuck = true;
      freeze(undefined);
      await thawed;
    };
    if (left === 0 && when === 'before-commit') await hang();
    const done = await advance(...args);
    if (left === 0 && when === 'after-commit') setImmediate(() => void hang());
    if (left < 0) await thawed;
    return done;
  };
  jobs.beat = (...args) => (stuck ? Promise.resolve(true) : beat(...args));
  return { frozen, thaw: () => thaw(undefined) };
}

describe('an import whose worker stands still', () => {
  let registry: RegistryNode;
  let other: INestMicroservice;
  let sql: pg.Client;

  beforeAll(async () => {
    registry = await RegistryNode.start({ importLeaseSeconds: 1 });
    await registry.addTree();
    ({ sql } = registry);
  });
  afterAll(async () => {
    await registry.close();
  });

  const numbers = async (): Promise<{ people: number; told: number; different: number }> => {
    const { rows } = await sql.query<{ people: number; told: number; different: number }>(
      `select (select count(*)::int from person) as people,
              (select coalesce(sum(jsonb_array_length(payload::jsonb -> 'persons')), 0)::int from outbox
                where type like '%PersonsImported') as told,
              (select count(distinct id_number_index)::int from person) as different`,
    );
    return rows[0] ?? { people: 0, told: 0, different: 0 };
  };

  it.each(['before-commit', 'after-commit'] as const)('is taken over once, frozen %s', async (when) => {
    const rows = 5_300;
    const from = when === 'before-commit' ? 0 : 10_000;
    const before = await numbers();
    const { frozen, thaw } = freezeAfter(registry.app, 3, when);
    const job = await startImport(registry.app, registry.admin, { kind: 'persons', data: personsCsv(from, rows) });
    await frozen;
    other = await startRegistry(registry.node, { importLeaseSeconds: 1 });
    const end = await finished(other, registry.admin, job.id);
    expect(end).toMatchObject({ status: 'done', total: rows, accepted: rows, rejected: 0, skipped: 0 });
    thaw();
    await sleep(500);
    const after = await numbers();
    expect(after).toEqual({
      people: before.people + rows,
      told: before.told + rows,
      different: before.different + rows,
    });
    await other.close();
  });

  it('is handed over at once when a worker is shut down, and ends exactly', async () => {
    const rows = 6_000;
    const before = await numbers();
    const first = await startRegistry(registry.node, { importLeaseSeconds: 30 });
    const job = await startImport(first, registry.admin, { kind: 'persons', data: personsCsv(20_000, rows) });
    await first.close();
    const end = await finished(registry.app, registry.admin, job.id);
    expect(end).toMatchObject({ status: 'done', accepted: rows, total: rows });
    expect((await numbers()).people).toBe(before.people + rows);
  });
});
