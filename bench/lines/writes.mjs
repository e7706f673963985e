import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createFloorTable, insertStatement, rowValues, sampleRow } from '../floors/follow-up-row.mjs';
import { closedLoop, closedLoopOf, median } from '../load/closed-loop.mjs';
import { visitBody, visitSource } from '../load/visits.mjs';
import { createAccount, signIn } from '../system/start-system.mjs';

const ROUNDS = 5;
const SECONDS = 2;
const ROOMS = 16;

/**
 * W1 to W3: follow-ups through gateway → NATS → smi → PostgreSQL with everything on, against (a) raw `pg` inserting the same
 * row with the same durability and (b) bare Fastify + `pg`. Targets take turns in short slices; ratios are medians of rounds.
 * Beside the goal, what is left when every connection writes under a scope of its own, as sixteen community rooms would: then
 * no two writes can share a transaction.
 */
export async function measureWrites(system, report) {
  const admin = new pg.Client({ connectionString: system.adminUrl });
  await admin.connect();
  const rooms = await openRooms(system, admin);
  const source = visitSource(system.caseIds);
  const targets = await openTargets(system, admin, source);
  try {
    for (const connections of [1, 16]) {
      const rounds = await takeTurns(targets, connections);
      describe(report, rounds, connections);
    }
    const apart = await takeTurns([targets.find(({ name }) => name === 'fastify'), roomsTarget(system, rooms)], ROOMS);
    report.note(
      `a scope a connection: ${median(apart.rooms.map((slice) => slice.perSecond)).toFixed(0)}/s, ÷ Fastify ${ratioOf(apart.rooms, apart.fastify, 'perSecond').toFixed(3)}`,
    );
  } finally {
    await Promise.all(targets.map((target) => target.close()));
    await admin.query('drop schema floor cascade');
    await admin.end();
  }
}

/** The communities with the most cases, somebody signed in for each. Their cases are theirs: nobody else of the run visits them. */
async function openRooms(system, admin) {
  const { rows } = await admin.query(
    `select org, array_agg(id order by case_no) as cases from smi.smi_case where id = any($1::uuid[])
      group by org order by count(*) desc, org limit ${ROOMS}`,
    [system.caseIds],
  );
  const taken = new Set(rows.flatMap((room) => room.cases));
  system.caseIds = system.caseIds.filter((id) => !taken.has(id));
  const rooms = [];
  for (const { org, cases } of rows) {
    const username = `bench-room-${org}`;
    await createAccount(system, username, { roles: ['street_staff'], scopes: [org] });
    const authorization = await signIn(system, username);
    rooms.push({ authorization, source: visitSource(cases) });
  }
  return rooms;
}

async function openTargets(system, admin, source) {
  await warmUp(system, source);
  await createFloorTable(admin);
  const requests = (connections) =>
    visitRequest(
      () => system.authorization,
      (worker) => source.take(worker, connections),
    );
  return [await rawTarget(system, admin), await fastifyTarget(system), ourTarget(system, 'ours', requests)];
}

function roomsTarget(system, rooms) {
  const requests = () =>
    visitRequest(
      (worker) => rooms[worker].authorization,
      (worker) => rooms[worker].source.take(0, 1),
    );
  return ourTarget(system, 'rooms', requests);
}

/** A service runs for weeks: measured is code that has been compiled, which takes some thousand requests. */
const WARM_UP_WRITES = 15_000;

async function warmUp(system, source) {
  for (let written = 0; written < WARM_UP_WRITES;) {
    const next = visitRequest(
      () => system.authorization,
      (worker) => source.take(worker, 16),
    );
    written += (await closedLoop({ url: system.url, connections: 16, seconds: 2, expect: 201, next })).count;
  }
}

async function takeTurns(targets, connections) {
  const rounds = Object.fromEntries(targets.map((target) => [target.name, []]));
  for (const target of targets) await target.run(connections, 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (const target of targets) rounds[target.name].push(await target.run(connections, SECONDS));
  }
  return rounds;
}

async function rawTarget(system, admin) {
  const sample = await sampleRow(admin);
  const text = insertStatement(sample);
  const pool = new pg.Pool({ connectionString: system.adminUrl, max: 16 });
  return {
    name: 'raw',
    run: (workers, seconds) =>
      closedLoopOf({
        workers,
        seconds,
        work: () =>
          pool.query({ name: 'insert', text, values: rowValues(sample, randomUUID(), randomUUID(), '2026-03-02') }),
      }),
    close: () => pool.end(),
  };
}

async function fastifyTarget(system) {
  const child = fork(new URL('../floors/fastify-server.mjs', import.meta.url), {
    env: { ...process.env, FLOOR_DATABASE_URL: system.adminUrl, NODE_ENV: 'production' },
  });
  const address = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.address));
    child.once('exit', (code) => reject(new Error(`The Fastify floor ended with ${code}`)));
  });
  return {
    name: 'fastify',
    run: (connections, seconds) =>
      closedLoop({
        url: address,
        connections,
        seconds,
        expect: 201,
        next: () => ({ path: `/cases/${randomUUID()}/follow-ups`, body: visitBody('2026-03-02') }),
      }),
    close: () => child.disconnect(),
  };
}

function ourTarget(system, name, requests) {
  return {
    name,
    run: async (connections, seconds) => {
      const before = system.cpu();
      const next = requests(connections);
      const slice = await closedLoop({ url: system.url, connections, seconds, expect: 201, next });
      const after = system.cpu();
      const cpu = Object.keys(before).map((name) => [name, ((after[name] - before[name]) * 1000) / slice.count]);
      return { ...slice, cpu: Object.fromEntries(cpu) };
    },
    close: () => undefined,
  };
}

function visitRequest(authorizationOf, take) {
  return (worker) => {
    const { caseId, visitedOn } = take(worker);
    return {
      path: `/api/v1/smi/cases/${caseId}/follow-ups`,
      body: visitBody(visitedOn),
      headers: { authorization: authorizationOf(worker), 'idempotency-key': randomUUID() },
    };
  };
}

function ratioOf(ours, floor, key) {
  return median(ours.map((slice, round) => slice[key] / floor[round][key]));
}

function describe(report, rounds, connections) {
  report.heading(`Follow-up writes, ${connections} connection${connections > 1 ? 's' : ''}`);
  for (const [name, slices] of Object.entries(rounds)) {
    const of = (key) => median(slices.map((slice) => slice[key]));
    report.note(
      `${name.padEnd(8)} ${of('perSecond').toFixed(0)}/s  p50 ${of('p50').toFixed(2)} ms  p99 ${of('p99').toFixed(2)} ms`,
    );
  }
  const cpu = rounds.ours.at(-1).cpu;
  report.note(
    `CPU ms a write: ${Object.entries(cpu)
      .map(([name, ms]) => `${name} ${ms.toFixed(2)}`)
      .join(', ')}`,
  );
  const ratio = (floor, key) => ratioOf(rounds.ours, rounds[floor], key);
  if (connections !== 16) {
    report.note(
      `ours ÷ Fastify ${ratio('fastify', 'perSecond').toFixed(3)}, ours ÷ raw ${ratio('raw', 'perSecond').toFixed(3)}`,
    );
    return;
  }
  report.goal({
    id: 'W1',
    text: 'ours ÷ bare Fastify + pg',
    value: ratio('fastify', 'perSecond'),
    must: 0.22,
    aim: 0.4,
    better: 'higher',
  });
  report.goal({
    id: 'W2',
    text: 'ours ÷ raw pg insert',
    value: ratio('raw', 'perSecond'),
    must: 0.1,
    aim: 0.18,
    better: 'higher',
  });
  report.goal({
    id: 'W3',
    text: 'p50 ours ÷ Fastify',
    value: ratio('fastify', 'p50'),
    must: 5,
    aim: 3,
    better: 'lower',
  });
  report.goal({
    id: 'W3',
    text: 'p99 ours ÷ Fastify',
    value: ratio('fastify', 'p99'),
    must: 4,
    aim: 2.5,
    better: 'lower',
  });
}
