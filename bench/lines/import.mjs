import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { median } from '../load/closed-loop.mjs';
import { ApiClient } from '../../tools/demo/api-client.mjs';
import { importFile } from '../../tools/demo/load-demo.mjs';
import { personsFile } from '../system/bench-data.mjs';
import { residentMemory } from '../system/memory.mjs';
import { BENCH_PASSWORD } from '../system/start-system.mjs';

const SMALL = 20_000;
const LARGE = 200_000;
const ROUND = 50_000;
/** Residents of one prefix have none in common with those of another. */
const ROUND_PREFIXES = ['990104', '990105', '990106', '990107'];

/**
 * I1 and I3: residents by CSV with per-row validation, duplicate check, encryption, search keys, events and error report, in turns
 * with COPY of the same finished rows into a table with the same columns and indexes that holds as many rows.
 */
export async function measureImport(system, report) {
  report.heading('Import of residents');
  const small = await timed(system, personsFile(SMALL, '990102'));
  const large = await timed(system, personsFile(LARGE, '990103'));
  report.note(
    `${SMALL} rows ${small.seconds.toFixed(1)} s; ${LARGE} rows ${large.seconds.toFixed(1)} s = ${large.rate.toFixed(0)} rows/s`,
  );
  report.note(
    `CPU ms a row: ${Object.entries(large.cpu)
      .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
      .join(', ')}`,
  );
  const rounds = await inTurns(system);
  for (const { ours, copy } of rounds) {
    report.note(`${ROUND} rows at ${ours.toFixed(0)} rows/s; COPY of them ${copy.toFixed(0)} rows/s`);
  }
  const ratio = median(rounds.map(({ ours, copy }) => ours / copy));
  report.goal({ id: 'I1', text: 'import ÷ COPY', value: ratio, must: 0.2, aim: 0.35, better: 'higher' });
  report.goal({
    id: 'I1',
    text: 'registry at its largest during 200,000 rows',
    value: large.peak,
    must: 300,
    aim: 250,
    better: 'lower',
    unit: 'MiB',
  });
  report.goal({
    id: 'I3',
    text: 'time for 10 × the rows',
    value: large.seconds / small.seconds,
    must: 11,
    aim: 10.5,
    better: 'lower',
  });
}

async function timed(system, file) {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentMemory(system.pid('registry')) ?? 0)), 200);
  try {
    const api = new ApiClient(system.url, { username: 'admin', password: BENCH_PASSWORD });
    const before = system.cpu();
    const began = performance.now();
    // Made-up names and birthdays coincide now and then: such rows are refused as possible duplicates, and counted as work.
    await importFile(api, file, () => undefined, { mayReject: true });
    const seconds = (performance.now() - began) / 1000;
    const cpu = Object.entries(system.cpu()).map(([name, spent]) => [
      name,
      ((spent - before[name]) * 1_000) / file.rows,
    ]);
    return { seconds, rate: file.rows / seconds, peak, cpu: Object.fromEntries(cpu) };
  } finally {
    clearInterval(watch);
  }
}

async function inTurns(system) {
  const client = new pg.Client({ connectionString: system.adminUrl });
  await client.connect();
  const rounds = [];
  try {
    await client.query('drop schema if exists floor cascade; create schema floor');
    await client.query('create table floor.person (like registry.person including defaults including indexes)');
    await client.query('insert into floor.person select * from registry.person');
    for (const prefix of ROUND_PREFIXES) {
      const { rate } = await timed(system, personsFile(ROUND, prefix));
      rounds.push({ ours: rate, copy: await copyRate(client) });
    }
    return rounds;
  } finally {
    await client.query('drop schema if exists floor cascade');
    client.end();
    await once(client, 'end');
  }
}

/** Brings the rows the floor has not got yet there by COPY. */
async function copyRate(client) {
  const wanted = 'select * from registry.person p where not exists (select from floor.person f where f.id = p.id)';
  const data = await Readable.from(client.query(copyTo(`copy (${wanted}) to stdout`))).toArray();
  const count = 'select count(*)::int as n from floor.person';
  const before = (await client.query(count)).rows[0].n;
  const began = performance.now();
  await pipeline(Readable.from(data), client.query(copyFrom('copy floor.person from stdin')));
  const seconds = (performance.now() - began) / 1000;
  return ((await client.query(count)).rows[0].n - before) / seconds;
}
