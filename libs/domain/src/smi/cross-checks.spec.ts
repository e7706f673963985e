import { describe, expect, it } from '@jest/globals';
import { assessFollowUp } from './assess-follow-up.js';
import type { SmiCaseState } from './case-state.js';
import type { FollowUpRecord } from './follow-up-record.js';
import { plainVisit, stableCase } from './follow-up.fixture.js';
import { smiPolicy, type SmiPolicy } from './smi-policy.js';

interface Case {
  readonly name: string;
  readonly record: Partial<FollowUpRecord>;
  readonly before?: Partial<SmiCaseState>;
  readonly policy?: SmiPolicy;
  /** `field CODE-without-prefix rule`, or null when the record is taken. */
  readonly refusal?: string;
  readonly warning?: string;
}

const none = { minorDisturbance: 0, publicOrder: 0, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 };
const drug = { drug: '氯氮平', morningMg: 25 };
const depot = { drug: '棕榈酸帕利哌酮', longActing: true, every: 'month', times: 1, doseMg: 100 };
const referred = { made: true, reason: '病情加重', institution: '精神专科医院' };

const CASES: readonly Case[] = [
  {
    name: 'V1 none ticked, a count above 0',
    record: { riskLevel: 1, incidents: { ...none, minorDisturbance: 1, none: true } },
    refusal: 'incidents.none INCIDENTS_NONE_MISMATCH V1',
  },
  {
    name: 'V1 none not ticked, all counts 0',
    record: { incidents: { ...none, none: false } },
    refusal: 'incidents.none INCIDENTS_NONE_MISMATCH V1',
  },
  { name: 'V1 none ticked, all counts 0', record: { incidents: { ...none, none: true } } },
  {
    name: 'V3 was in hospital, no discharge date',
    record: { hospitalisation: 2 },
    refusal: 'lastDischargeOn DISCHARGE_DATE_MISSING V3',
  },
  { name: 'V3 was in hospital, discharged that day', record: { hospitalisation: 2, lastDischargeOn: '2026-03-02' } },
  {
    name: 'item 21 discharge date without a stay',
    record: { lastDischargeOn: '2026-02-02' },
    refusal: 'lastDischargeOn DISCHARGE_DATE_UNEXPECTED 3.3 item 21',
  },
  {
    name: 'item 21 discharge after the visit',
    record: { hospitalisation: 2, lastDischargeOn: '2026-03-03' },
    refusal: 'lastDischargeOn DISCHARGE_AFTER_VISIT 3.3 item 21',
  },
  {
    name: 'V4 drugs although none are needed',
    record: { adherence: 4, medications: [drug] },
    refusal: 'medications MEDICATION_WITHOUT_NEED V4',
  },
  { name: 'V4 none needed, none listed', record: { adherence: 4, medications: [] } },
  {
    name: 'V4 regular without rows',
    record: { adherence: 1, medications: [] },
    warning: 'medications MEDICATION_MISSING V4 warning',
  },
  {
    name: 'V4 intermittent without rows',
    record: { adherence: 2, medications: null },
    warning: 'medications MEDICATION_MISSING V4 warning',
  },
  { name: 'V4 not taking, none listed', record: { adherence: 3, medications: [] } },
  {
    name: 'V5 self-harm at grade 3',
    record: { riskLevel: 3, incidents: { ...none, selfHarm: 1 } },
    refusal: 'riskLevel RISK_BELOW_SELF_HARM V5',
  },
  {
    name: 'V5 self-harm at grade 3 with a reason',
    record: { riskLevel: 3, riskLevelReason: '浅表划伤，无自杀意图', incidents: { ...none, selfHarm: 1 } },
  },
  {
    name: 'V5 a blank reason is none',
    record: { riskLevel: 3, riskLevelReason: '  ', incidents: { ...none, selfHarm: 1 } },
    refusal: 'riskLevel RISK_BELOW_SELF_HARM V5',
  },
  {
    name: 'V5 a region that admits no reason',
    record: { riskLevel: 3, riskLevelReason: '浅表划伤', incidents: { ...none, selfHarm: 1 } },
    policy: smiPolicy({ selfHarmReasonAdmitsLowerRisk: false }),
    refusal: 'riskLevel RISK_BELOW_SELF_HARM V5',
  },
  { name: 'V5 self-harm at grade 4', record: { riskLevel: 4, incidents: { ...none, selfHarm: 1 } } },
  {
    name: 'V6 肇事 at grade 0',
    record: { incidents: { ...none, publicOrder: 1 } },
    refusal: 'riskLevel RISK_ZERO_WITH_INCIDENT V6',
  },
  {
    name: 'V6 肇祸 at grade 0',
    record: { incidents: { ...none, crime: 1 } },
    refusal: 'riskLevel RISK_ZERO_WITH_INCIDENT V6',
  },
  { name: 'V6 肇事 at grade 1', record: { riskLevel: 1, incidents: { ...none, publicOrder: 1 } } },
  { name: 'V6 轻度滋事 at grade 0 is allowed', record: { incidents: { ...none, minorDisturbance: 1 } } },
  {
    name: 'V7 hurts people, grade 0',
    record: { symptoms: [7], symptomSeverity: 1 },
    warning: 'riskLevel RISK_ZERO_WITH_VIOLENT_SYMPTOM V7 warning',
  },
  { name: 'V7 hurts people, grade 1', record: { riskLevel: 1, symptoms: [7], symptomSeverity: 1 } },
  {
    name: 'V8 home visit without the patient',
    record: { form: 2, contacts: [2] },
    warning: 'contacts PATIENT_NOT_SEEN V8 info',
  },
  { name: 'V8 telephone without the patient', record: { form: 3, contacts: [2] } },
  { name: 'V9 milder, no reason', record: { riskLevel: 1, stability: 3 }, refusal: 'stability CLASS_MILDER V9' },
  { name: 'V9 milder, with a reason', record: { riskLevel: 1, stability: 3, stabilityReason: '仅一次口角' } },
  { name: 'V9 more severe is free', record: { stability: 1 } },
  { name: 'V9 the computed class itself', record: { stability: 3 } },
  {
    name: 'V9 a region that asks for no reason',
    record: { riskLevel: 1, stability: 3 },
    policy: smiPolicy({ milderClassNeedsReason: false }),
  },
  { name: 'V10 later than computed', record: { nextDueOn: '2026-06-03' }, refusal: 'nextDueOn NEXT_DATE_TOO_LATE V10' },
  { name: 'V10 the computed day itself', record: { nextDueOn: '2026-06-02' } },
  { name: 'V10 earlier', record: { nextDueOn: '2026-03-03' } },
  {
    name: 'item 31 on the day of the visit',
    record: { nextDueOn: '2026-03-02' },
    refusal: 'nextDueOn NEXT_DATE_NOT_AFTER_VISIT 3.3 item 31',
  },
  {
    name: 'item 19 released, never confined',
    record: { confinement: 3 },
    warning: 'confinement CONFINEMENT_NOT_RECORDED 3.3 item 19 warning',
  },
  { name: 'item 19 released after confinement', record: { confinement: 3 }, before: { confinementSeen: true } },
  {
    name: 'item 24 9 while taking drugs',
    record: { adverseReaction: { present: 9 } },
    warning: 'adverseReaction.present REACTION_NOT_APPLICABLE 3.3 item 24 warning',
  },
  { name: 'item 24 9 while taking none', record: { adherence: 3, medications: [], adverseReaction: { present: 9 } } },
  {
    name: 'item 34 symptoms but gone',
    record: { symptoms: [3] },
    warning: 'symptomSeverity SYMPTOMS_WITHOUT_SEVERITY 3.3 item 34 warning',
  },
  {
    name: 'item 9 other without text',
    record: { symptoms: [12], symptomSeverity: 1 },
    refusal: 'symptomsText FIELD.REQUIRED',
  },
  { name: 'item 22 tests without items', record: { labTests: { done: 2 } }, refusal: 'labTests.items FIELD.REQUIRED' },
  {
    name: 'item 24 reaction without text',
    record: { adverseReaction: { present: 2, severity: 1 } },
    refusal: 'adverseReaction.text FIELD.REQUIRED',
  },
  {
    name: 'item 24 reaction without severity',
    record: { adverseReaction: { present: 2, text: '手抖' } },
    refusal: 'adverseReaction.severity FIELD.REQUIRED',
  },
  {
    name: 'item 26 referral without institution',
    record: { referral: { ...referred, institution: null } },
    refusal: 'referral.institution FIELD.REQUIRED',
  },
  { name: 'item 26 referral with everything', record: { riskLevel: 3, referral: referred } },
  {
    name: 'item 27 the same drug twice',
    record: { medications: [drug, { ...drug, morningMg: 50 }] },
    refusal: 'medications.1.drug MEDICATION_DUPLICATE 3.3 item 27',
  },
  { name: 'item 27 tablet and depot of one drug', record: { medications: [drug, { ...depot, drug: drug.drug }] } },
  {
    name: 'item 27 no dose',
    record: { medications: [{ drug: '氯氮平', morningMg: 0 }] },
    refusal: 'medications.0.morningMg MEDICATION_DOSE_MISSING 3.3 item 27',
  },
  {
    name: 'item 27 no name',
    record: { medications: [{ drug: ' ', morningMg: 1 }] },
    refusal: 'medications.0.drug FIELD.REQUIRED',
  },
  {
    name: 'item 27 negative dose',
    record: { medications: [{ drug: '氯氮平', morningMg: -1 }] },
    refusal: 'medications.0.morningMg FIELD.RANGE',
  },
  {
    name: 'item 27 seven rows',
    record: { medications: Array.from({ length: 7 }, (_, i) => ({ drug: `药${i}`, morningMg: 1 })) },
    refusal: 'medications FIELD.RANGE',
  },
  { name: 'item 27 depot', record: { medications: [depot] } },
  {
    name: 'item 27 depot without interval',
    record: { medications: [{ ...depot, every: null }] },
    refusal: 'medications.0.every FIELD.REQUIRED',
  },
  {
    name: 'item 27 depot without times',
    record: { medications: [{ ...depot, times: 0 }] },
    refusal: 'medications.0.times MEDICATION_DOSE_MISSING 3.3 item 27',
  },
  {
    name: 'item 28 guidance follows the same rules',
    record: { medicationGuidance: [drug, drug] },
    refusal: 'medicationGuidance.1.drug MEDICATION_DUPLICATE 3.3 item 27',
  },
  { name: 'item 29 other without text', record: { rehabilitation: [5] }, refusal: 'rehabilitationText FIELD.REQUIRED' },
  { name: 'item 2 in the future', record: { visitedOn: '2026-12-02' }, refusal: 'visitedOn DATE_IN_FUTURE 3.3 item 2' },
  {
    name: 'item 2 before the file',
    record: { visitedOn: '2024-03-11' },
    before: { lastVisitOn: null },
    refusal: 'visitedOn DATE_BEFORE_FILE 3.3 item 2',
  },
  {
    name: 'item 2 on the day of the previous visit',
    record: {},
    before: { lastVisitOn: '2026-03-02' },
    refusal: 'visitedOn DATE_NOT_AFTER_PREVIOUS 3.3 item 2',
  },
  {
    name: 'item 2 a visit made good on the day of a failed attempt',
    record: {},
    before: { failedAttempts: ['2026-03-02'] },
  },
  {
    name: 'V11 a visit after the death',
    record: {},
    before: { status: 'dead', deathDate: '2026-02-01' },
    refusal: ' CASE_CLOSED V11',
  },
  {
    name: 'item 1 a transferred patient',
    record: {},
    before: { status: 'transferred_out' },
    refusal: ' CASE_CLOSED 3.3 item 1',
  },
  { name: 'item 1 a cancelled case', record: {}, before: { status: 'cancelled' }, refusal: ' CASE_CLOSED 3.3 item 1' },
  {
    name: '2.6 no consent decision yet',
    record: {},
    before: { consent: null },
    warning: ' CONSENT_MISSING 2.6 warning',
  },
  { name: '2.6 an ordinary decliner', record: {}, before: { consent: 'declined' }, refusal: ' CONSENT_DECLINED N15' },
  { name: '2.6 a decliner found at grade 3', record: { riskLevel: 3 }, before: { consent: 'declined' } },
  { name: '2.6 a decliner with an offence on record', record: {}, before: { consent: 'declined', offenceSeen: true } },
  {
    name: '2.6 a region that visits decliners',
    record: {},
    before: { consent: 'declined' },
    policy: smiPolicy({ refuseVisitsWhenDeclined: false }),
  },
];

const shown = ({ field, code, rule, level }: { field: string; code: string; rule?: string; level?: string }) =>
  [field, code.replace('SMI.FOLLOW_UP.', ''), rule, level].filter((part) => part !== undefined).join(' ');

describe('checks of a visit (smi.md 3.3)', () => {
  it.each(CASES)('$name', ({ record, before, policy, refusal, warning }) => {
    const result = assessFollowUp({
      record: plainVisit(record),
      caseState: stableCase(before),
      today: '2026-11-23',
      ...(policy === undefined ? {} : { policy }),
    });
    expect(result.refusals.map(shown)).toEqual(refusal === undefined ? [] : [refusal]);
    if (refusal === undefined) expect(result.warnings.map(shown)).toEqual(warning === undefined ? [] : [warning]);
  });

  it.each([
    ...['contacts', 'riskLevel', 'insight', 'sleep', 'diet', 'incidents', 'confinement', 'hospitalisation'],
    ...['adherence', 'effect', 'physicalIllness'],
  ] as const)('%s is required of a visit and not of a hospital stay', (field) => {
    const caseState = stableCase();
    const visit = { ...plainVisit(), [field]: null };
    expect(assessFollowUp({ record: visit, caseState, today: '2026-11-23' }).refusals).toEqual([
      { field, code: 'FIELD.REQUIRED' },
    ]);
    const stay = { visitedOn: '2026-03-02', form: 1, hospitalisation: 1 };
    expect(assessFollowUp({ record: stay, caseState, today: '2026-11-23' }).refusals).toEqual([]);
  });

  it.each(['selfCare', 'housework', 'work', 'study', 'social'])('socialFunction.%s is required', (key) => {
    const record = plainVisit({ socialFunction: { ...plainVisit().socialFunction, [key]: null } });
    const result = assessFollowUp({ record, caseState: stableCase(), today: '2026-11-23' });
    expect(result.refusals).toEqual([{ field: `socialFunction.${key}`, code: 'FIELD.REQUIRED' }]);
  });
});
