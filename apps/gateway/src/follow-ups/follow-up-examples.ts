/** A routine visit of somebody stable (api.md). */
export const ROUTINE_VISIT = {
  visitedOn: '2026-03-02',
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
  labTests: { done: 1, items: null },
  adherence: 1,
  adverseReaction: { present: 1, severity: null, text: null },
  effect: 2,
  physicalIllness: 0,
  otherAbnormality: false,
  referral: { made: false, reason: null, institution: null },
  medications: [{ drug: '利培酮', spec: '1mg', longActing: false, morningMg: 1, noonMg: 0, eveningMg: 2 }],
  rehabilitation: [1, 4],
  remark: null,
};

/** Nobody was met. */
export const FAILED_ATTEMPT = { visitedOn: '2026-03-02', form: 2, attempt: 'failed' };

/** 失访. */
export const LOSS = { visitedOn: '2026-04-03', form: 3, lossReason: 2 };

/** 死亡. */
export const DEATH = { visitedOn: '2026-03-02', form: 3, deathDate: '2026-03-01', deathCause: 1, deathCauseDetail: 3 };
