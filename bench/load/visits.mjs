/** Bodies of routine visits. Each worker owns its own cases and moves forward in time, so that every write is acceptable. */
export function visitSource(cases, { firstDay = '2026-08-25', lastDay = '2026-11-20' } = {}) {
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

/** A stable patient's routine visit, about 900 bytes. */
export function visitBody(visitedOn, overrides = {}) {
  return JSON.stringify({
    visitedOn,
    form: 2,
    contacts: [1, 2],
    riskLevel: 0,
    symptoms: [],
    symptomSeverity: 0,
    insight: 1,
    sleep: 1,
    diet: 1,
    socialFunction: { selfCare: 1, housework: 1, work: 9, study: 1, social: 1 },
    incidents: { minorDisturbance: 0, publicOrder: 0, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 },
    confinement: 1,
    hospitalisation: 0,
    lastDischargeOn: null,
    labTests: { done: 1, items: null },
    adherence: 1,
    adverseReaction: { present: 1, severity: null, text: null },
    effect: 2,
    physicalIllness: 0,
    otherAbnormality: false,
    tendingToStable: null,
    pregnancy: null,
    referral: { made: false, reason: null, institution: null },
    medications: [{ drug: '利培酮', spec: '1mg', longActing: false, morningMg: 1, noonMg: 0, eveningMg: 2 }],
    rehabilitation: [1, 4],
    stability: null,
    stabilityReason: null,
    nextDueOn: null,
    remark: null,
    ...overrides,
  });
}
