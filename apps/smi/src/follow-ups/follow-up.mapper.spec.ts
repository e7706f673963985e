import { create, equals } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import { FollowUpInputSchema, type FollowUpInput } from '#contracts';
import { answersOf, inputOf, textsOf } from './follow-up.mapper.js';
import { FOLLOW_UP_COLUMNS } from './follow-up.row.js';

const full = create(FollowUpInputSchema, {
  visitedOn: '2026-03-02',
  form: 2,
  contacts: [1, 2],
  lossReasonText: 'a',
  riskLevel: 0,
  riskLevelReason: 'b',
  symptoms: [3, 12],
  symptomsText: 'c',
  symptomSeverity: 1,
  insight: 1,
  sleep: 2,
  diet: 3,
  socialFunction: { selfCare: 1, housework: 2, work: 9, study: 3, social: 1 },
  incidents: {
    minorDisturbance: 1,
    publicOrder: 2,
    crime: 3,
    otherHarm: 4,
    selfHarm: 5,
    suicideAttempt: 6,
    none: false,
  },
  confinement: 3,
  hospitalisation: 2,
  lastDischargeOn: '2026-02-01',
  labTests: { done: 2, items: 'd' },
  adherence: 1,
  adverseReaction: { present: 2, severity: 1, text: 'e' },
  effect: 2,
  physicalIllness: 0,
  otherAbnormality: false,
  tendingToStable: true,
  pregnancy: 'planning',
  referral: { made: true, reason: 'f', institution: 'g' },
  medications: [
    { drug: '利培酮', spec: '1mg', longActing: false, morningMg: 1, noonMg: 0, eveningMg: 2.5 },
    { drug: '帕利哌酮', longActing: true, every: 'month', times: 1, doseMg: 100 },
  ],
  medicationGuidance: [{ drug: '利培酮', longActing: false, morningMg: 1 }],
  rehabilitation: [1, 5],
  rehabilitationText: 'h',
  stability: 2,
  stabilityReason: 'i',
  nextDueOn: '2026-03-10',
  remark: 'j',
  admissionRefused: true,
  jointVisitFactors: ['past_violence'],
  leavingDistrict: false,
});

const cases: [string, FollowUpInput][] = [
  ['a full record', full],
  ['a failed attempt', create(FollowUpInputSchema, { visitedOn: '2026-03-02', form: 3, attempt: 'failed' })],
  ['a loss', create(FollowUpInputSchema, { visitedOn: '2026-03-02', form: 3, lossReason: 2 })],
  [
    'a death',
    create(FollowUpInputSchema, {
      visitedOn: '2026-03-02',
      form: 3,
      deathDate: '2026-03-01',
      deathCause: 1,
      deathCauseDetail: 3,
    }),
  ],
];

describe('a record as columns', () => {
  it.each(cases)('brings back %s as it was sent', (_name, input) => {
    const kind = input.attempt === 'failed' ? 'attempt' : 'visit';
    const stored = JSON.parse(JSON.stringify({ ...answersOf(input), kind })) as ReturnType<typeof answersOf> & {
      kind: string;
    };
    const back = create(FollowUpInputSchema, inputOf(stored, textsOf(input) ?? {}));
    expect(equals(FollowUpInputSchema, back, input)).toBe(true);
  });

  it('keeps no free text in clear', () => {
    const columns = JSON.stringify(answersOf(full));
    for (const text of ['"a"', '"b"', '"c"', '"d"', '"e"', '"f"', '"g"', '"h"', '"i"', '"j"']) {
      expect(columns).not.toContain(text);
    }
  });

  it('fills only columns the table has', () => {
    const columns: readonly string[] = FOLLOW_UP_COLUMNS;
    expect(Object.keys(answersOf(full)).filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('seals nothing when nothing is written', () => {
    expect(textsOf(create(FollowUpInputSchema, { visitedOn: '2026-03-02', form: 1 }))).toBeUndefined();
  });
});
