import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { closedLoop, quantile } from '../load/closed-loop.mjs';
import { visitBody, visitSource } from '../load/visits.mjs';
import { untilReady } from '../../tools/servers/until-ready.mjs';
import { call } from '../system/start-system.mjs';

const SECONDS = 15;
const MARKERS = 200;

/**
 * E1: from the answer to a write until the figure shows it, at half of the highest write rate. Seen as a user sees it: markers
 * are first disturbances of their persons, the figure of the county is read again and again.
 * E2: with the kpi service and then NATS killed in mid-load, the cells equal a recomputation afterwards.
 */
export async function measureLag(system, report) {
  report.heading('Event to KPI');
  const [markers, others] = [system.freshCaseIds.slice(0, MARKERS), system.caseIds];
  const load = visitLoad(system, others);
  const top = await closedLoop({ ...load, seconds: 3 });
  const lags = await lagUnderLoad(system, load, top.perSecond / 2, markers);
  report.note(
    `${lags.length} markers at ${(top.perSecond / 2).toFixed(0)} writes/s: p50 ${quantile(lags, 0.5).toFixed(0)} ms`,
  );
  report.goal({
    id: 'E1',
    text: 'event → KPI visible, p99',
    value: quantile(lags, 0.99) / 1000,
    must: 2,
    aim: 0.5,
    better: 'lower',
    unit: 's',
  });
  await loadWithKills(system, load);
  const { differences, counted } = await settled(system);
  report.note(`after killing kpi and NATS in mid-load: ${counted} visits written, as many counted`);
  report.goal({
    id: 'E2',
    text: 'cells that differ from a recomputation',
    value: differences,
    must: 0,
    aim: 0,
    better: 'lower',
    unit: 'cells',
  });
}

function visitLoad(system, caseIds) {
  // After the days the line of writes may have used.
  const source = visitSource(caseIds, { firstDay: '2026-11-12' });
  return {
    url: system.url,
    connections: 16,
    expect: 201,
    next: (worker) => request(system, source.take(worker, 16)),
  };
}

function request(system, { caseId, visitedOn }, overrides) {
  return {
    path: `/api/v1/smi/cases/${caseId}/follow-ups`,
    body: visitBody(visitedOn, overrides),
    headers: { authorization: system.authorization, 'idempotency-key': randomUUID() },
  };
}

async function lagUnderLoad(system, load, rate, markers) {
  const until = performance.now() + SECONDS * 1000;
  const background = paced(load, rate, until);
  const pending = [];
  const lags = [];
  const base = await disturbances(system);
  const reader = readFigure(system, base, pending, lags, () => lags.length < markers.length);
  for (const caseId of markers) {
    const { path, body, headers } = request(
      system,
      { caseId, visitedOn: '2026-11-20' },
      { incidents: { minorDisturbance: 1 }, riskLevel: 1 },
    );
    await post(system, path, body, headers);
    pending.push(performance.now());
    await delay((SECONDS * 1000) / markers.length - 10);
  }
  await Promise.all([reader, background]);
  return Float64Array.from(lags).sort();
}

/** Reads the county's figure until it has shown every marker; the n-th rise answers the n-th marker. */
async function readFigure(system, base, pending, lags, goesOn) {
  const deadline = performance.now() + (SECONDS + 30) * 1000;
  while (goesOn()) {
    if (performance.now() > deadline) throw new Error('The figure never showed all markers.');
    const shown = (await disturbances(system)) - base;
    const now = performance.now();
    while (lags.length < Math.min(shown, pending.length)) lags.push(now - pending[lags.length]);
    await delay(5);
  }
}

async function disturbances(system) {
  const path = `/kpi/values?indicator=smi.minor_disturbance_rate&org=${system.county}&period=2026`;
  const { items } = await call(system, 'GET', path, undefined, system.officialAuthorization);
  return items[0].numerator;
}

/** Slices of work with pauses between them, so that the mean rate is the one asked for. */
async function paced(load, rate, until) {
  while (performance.now() < until) {
    const began = performance.now();
    const { count } = await closedLoop({ ...load, seconds: 0.1 });
    await delay(Math.max(0, (count / rate) * 1000 - (performance.now() - began)));
  }
}

async function post(system, path, body, headers) {
  const answer = await fetch(system.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

async function loadWithKills(system, load) {
  const running = closedLoop({ ...load, seconds: 4, expect: 201 });
  await delay(1000);
  await system.kill('kpi');
  system.start('kpi');
  await running;
  // With NATS gone no request gets through, so writers wait; what was answered before must arrive all the same.
  const burst = closedLoop({ ...load, seconds: 1 });
  await burst;
  await system.restartNats();
  await untilReady(system.url);
  await closedLoop({ ...load, seconds: 1 });
}

async function settled(system) {
  for (let round = 0; round < 120; round++) {
    const written = await system.count('smi.follow_up');
    const counted = await system.count('kpi.smi_visit');
    if (written === counted) {
      const { differences } = await call(system, 'POST', '/kpi/recompute', undefined, system.opsAuthorization);
      return { differences: differences.length, counted };
    }
    await delay(500);
  }
  throw new Error('The KPI service did not catch up within a minute.');
}
