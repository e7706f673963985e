import { ROUTINE_VISIT } from '../../dist/apps/gateway/src/follow-ups/follow-up-examples.js';

/** Bodies of routine visits. Each worker owns its own cases and moves forward in time, so that every write is acceptable. */
export function visitSource(cases, { firstDay = '2026-11-01', lastDay = '2026-11-20' } = {}) {
  const first = Date.parse(firstDay);
  const days = Math.floor((Date.parse(lastDay) - first) / 86_400_000);
  const next = new Uint32Array(cases.length);
  const cursors = new Map();
  return {
    /** The next visit of one of the worker's cases. */
    take(worker, workers) {
      const turn = cursors.get(worker) ?? 0;
      cursors.set(worker, turn + 1);
      const own = Math.floor((cases.length - worker - 1) / workers) + 1;
      const index = worker + (turn % own) * workers;
      const day = next[index]++;
      if (day >= days) throw new Error('The cases have run out of days: make more cases for so long a run.');
      return { caseId: cases[index], visitedOn: new Date(first + day * 86_400_000).toISOString().slice(0, 10) };
    },
  };
}

// What the published example leaves out and a form sends as empty.
const EMPTY = {
  lastDischargeOn: null,
  tendingToStable: null,
  pregnancy: null,
  stability: null,
  stabilityReason: null,
  nextDueOn: null,
};

/** The published example of a stable patient's routine visit, about 900 bytes. */
export function visitBody(visitedOn, overrides = {}) {
  return JSON.stringify({ ...ROUTINE_VISIT, ...EMPTY, visitedOn, ...overrides });
}
