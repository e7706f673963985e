import { newCaseState, type SmiCaseState } from './case-state.js';
import type { FollowUpRecord } from './follow-up-record.js';

/** The default input of smi.md 4.4: R0 S0 I1 F1 A none B none X no, not lost, not in hospital. For specs. */
export function plainVisit(own: Partial<FollowUpRecord> = {}): FollowUpRecord {
  return {
    visitedOn: '2026-03-02',
    form: 2,
    contacts: [1, 2],
    riskLevel: 0,
    symptoms: [],
    symptomSeverity: 0,
    insight: 1,
    sleep: 1,
    diet: 1,
    socialFunction: { selfCare: 1, housework: 1, work: 1, study: 1, social: 1 },
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
    ...own,
  };
}

/** A registered, consenting patient whose previous class was 稳定. For specs. */
export function stableCase(own: Partial<SmiCaseState> = {}): SmiCaseState {
  return {
    ...newCaseState({
      fileBuiltOn: '2024-03-12',
      birthDate: '1980-05-06',
      consent: 'agreed',
      article30: false,
      nextDueOn: '2026-03-02',
    }),
    lastVisitOn: '2025-12-02',
    stability: 3,
    riskLevel: 0,
    ...own,
  };
}
