import { closedLoop, median } from '../load/closed-loop.mjs';

const ROUNDS = 6;
const SECONDS = 2;
/** One live count keeps the service busy for about a second: more at a time would only wait, in the end beyond the deadline. */
const LIVE_AT_MOST = 2;

/**
 * K1 and K2: a KPI read through the whole chain without a result cache, against the live group-by of the same chain (an
 * explicit range `a..b` is worked out from the subjects at read time) and against the chain's own no-op.
 */
export async function measureReads(system, report) {
  const targets = {
    cells: () =>
      `/api/v1/kpi/values?indicator=smi.management_rate&org=${pick(system.orgs)}&period=${pick(system.periods)}`,
    live: () => `/api/v1/kpi/values?indicator=smi.management_rate&org=${system.county}&period=${system.liveRange}`,
    noop: () => '/api/v1/kpi/noop',
  };
  report.heading('KPI reads');
  await warmUp(system, targets);
  const at1 = await takeTurns(system, targets, 1);
  const at16 = await takeTurns(system, targets, 16);
  for (const [label, rounds] of [
    ['c1', at1],
    ['c16', at16],
  ]) {
    for (const [name, slices] of Object.entries(rounds)) {
      const of = (key) => median(slices.map((slice) => slice[key]));
      report.note(
        `${label.padEnd(3)} ${name.padEnd(6)} ${of('perSecond').toFixed(0)}/s  p50 ${of('p50').toFixed(2)} ms  p99 ${of('p99').toFixed(2)} ms`,
      );
    }
  }
  const ratio = (rounds, key, floor) =>
    median(rounds.cells.map((slice, round) => slice[key] / rounds[floor][round][key]));
  report.goal({
    id: 'K1',
    text: 'KPI read ÷ live group-by',
    value: ratio(at16, 'perSecond', 'live'),
    must: 20,
    aim: 50,
    better: 'higher',
  });
  report.goal({
    id: 'K1',
    text: 'KPI read p99, 16 connections',
    value: median(at16.cells.map((s) => s.p99)),
    must: 40,
    aim: 20,
    better: 'lower',
    unit: 'ms',
  });
  report.goal({
    id: 'K2',
    text: 'p50 ÷ no-op, 1 connection',
    value: ratio(at1, 'p50', 'noop'),
    must: 3,
    aim: 2,
    better: 'lower',
  });
  report.goal({
    id: 'K2',
    text: 'throughput ÷ no-op, 16 connections',
    value: ratio(at16, 'perSecond', 'noop'),
    must: 0.3,
    aim: 0.5,
    better: 'higher',
  });
  return { at1, at16 };
}

/** A service runs for weeks: measured is code that has been compiled, which takes some thousand requests. */
const WARM_UP_READS = 8_000;

async function warmUp(system, targets) {
  for (const name of ['noop', 'cells']) {
    for (let read = 0; read < WARM_UP_READS;) read += (await slice(system, targets, name, 16)).count;
  }
}

async function takeTurns(system, targets, connections) {
  const rounds = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of Object.keys(targets)) {
      const wanted = name === 'live' ? Math.min(connections, LIVE_AT_MOST) : connections;
      const taken = await slice(system, targets, name, wanted);
      if (round >= 0) rounds[name].push(taken);
    }
  }
  return rounds;
}

async function slice(system, targets, name, connections) {
  const accounts = name === 'noop' ? system.operators : system.officials;
  const next = (worker) => ({
    method: 'GET',
    path: targets[name](),
    headers: { authorization: accounts[worker % accounts.length] },
  });
  return closedLoop({ url: system.url, connections, seconds: SECONDS, next });
}

function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}
