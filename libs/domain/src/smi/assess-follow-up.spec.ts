import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonthsClamped } from '../kernel/iso-date.js';
import { assessFollowUp } from './assess-follow-up.js';
import type { FollowUpRecord } from './follow-up-record.js';
import { plainVisit, stableCase } from './follow-up.fixture.js';

const assess = (record: unknown) => assessFollowUp({ record, caseState: stableCase(), today: '2026-11-23' });
const grade = fc.integer({ min: 1, max: 3 });

const visits: fc.Arbitrary<FollowUpRecord> = fc
  .record({
    visitedOn: fc
      .integer({ min: 0, max: 200 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
    riskLevel: fc.integer({ min: 0, max: 5 }),
    symptoms: fc.uniqueArray(fc.integer({ min: 1, max: 11 })),
    symptomSeverity: fc.constantFrom(null, 0, 1, 2),
    insight: grade,
    socialFunction: fc.record({
      selfCare: grade,
      housework: grade,
      work: fc.constantFrom(1, 2, 3, 9),
      study: grade,
      social: grade,
    }),
    adverseReaction: fc.constantFrom(
      { present: 1 },
      { present: 2, severity: 1, text: '手抖' },
      { present: 2, severity: 2, text: '急性' },
    ),
    physicalIllness: fc.integer({ min: 0, max: 3 }),
    otherAbnormality: fc.boolean(),
    hospitalisation: fc.constantFrom(0, 0, 0, 1),
    pregnancy: fc.constantFrom(null, 'pregnant', 'planning'),
    jointVisitFactors: fc.constantFrom([], ['past_violence']),
    admissionRefused: fc.constantFrom(null, true),
  })
  .map((own) => plainVisit(own));

describe('properties of the judgement', () => {
  it('a good visit is classified, due within three months (N17), with the class rule first and no action twice', () => {
    fc.assert(
      fc.property(visits, (record) => {
        const { refusals, computed, complete, nextCaseState } = assess(record);
        expect(refusals).toEqual([]);
        expect(complete).toBe(true);
        expect(computed?.rules[0]).toMatch(/^K/);
        expect(new Set(computed?.actions).size).toBe(computed?.actions.length);
        const inHospital = record.hospitalisation === 1;
        expect(computed?.nextDueOn === null).toBe(inHospital);
        if (typeof computed?.nextDueOn === 'string') {
          expect(computed.nextDueOn > record.visitedOn).toBe(true);
          expect(computed.nextDueOn <= addMonthsClamped(record.visitedOn, 3)).toBe(true);
        }
        expect(nextCaseState?.lastVisitOn).toBe(record.visitedOn);
      }),
    );
  });

  it('the same input gives the same answer and is left as it was', () => {
    fc.assert(
      fc.property(visits, (record) => {
        const before = structuredClone(record);
        expect(assess(record)).toEqual(assess(record));
        expect(record).toEqual(before);
      }),
    );
  });

  it('V9: a milder class than the computed one needs a reason, any other is taken', () => {
    fc.assert(
      fc.property(
        visits,
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(null, '当面核实'),
        (record, stability, stabilityReason) => {
          const computed = assess(record).computed?.stability;
          const result = assess({ ...record, stability, stabilityReason });
          const refused = computed != null && stability > computed && stabilityReason === null;
          expect(result.refusals.map(({ rule }) => rule)).toEqual(refused ? ['V9'] : []);
          if (!refused && computed != null) expect(result.stability).toBe(stability);
        },
      ),
    );
  });

  it('V10: the doctor may come earlier, never later', () => {
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 120 }), (record, days) => {
        const due = assess(record).computed?.nextDueOn ?? null;
        const own = new Date(Date.parse(record.visitedOn) + days * 86_400_000).toISOString().slice(0, 10);
        const result = assess({ ...record, nextDueOn: own });
        expect(result.refusals.map(({ rule }) => rule)).toEqual(due !== null && own > due ? ['V10'] : []);
      }),
    );
  });

  it('never throws, whatever JSON arrives, and computes nothing for what it refuses', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (record) => {
        const { refusals, computed, nextCaseState } = assess(record);
        expect(refusals.length).toBeGreaterThan(0);
        expect(computed).toBeNull();
        expect(nextCaseState).toBeNull();
      }),
    );
  });

  it('never throws when one field of a good record is replaced by anything', () => {
    const keys = Object.keys(plainVisit()) as (keyof FollowUpRecord)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const { refusals, computed } = assess({ ...plainVisit(), [key]: value });
        expect(refusals.length > 0).toBe(computed === null);
      }),
    );
  });
});

describe('shape of the record', () => {
  it.each([
    ['riskLevel', '3', 'FIELD.TYPE'],
    ['riskLevel', 6, 'FIELD.CODE'],
    ['riskLevel', -1, 'FIELD.CODE'],
    ['riskLevel', 1.5, 'FIELD.CODE'],
    ['form', 0, 'FIELD.CODE'],
    ['visitedOn', '2026-02-30', 'FIELD.DATE'],
    ['visitedOn', 20260302, 'FIELD.TYPE'],
    ['visitedOn', null, 'FIELD.REQUIRED'],
    ['contacts', 1, 'FIELD.TYPE'],
    ['contacts', [1, 1], 'FIELD.INVALID'],
    ['contacts', [1, 2, 3, 1], 'FIELD.RANGE'],
    ['symptoms', Array.from({ length: 13 }, () => 1), 'FIELD.RANGE'],
    ['remark', 'x'.repeat(2001), 'FIELD.TOO_LONG'],
    ['otherAbnormality', 'false', 'FIELD.TYPE'],
    ['pregnancy', 'yes', 'FIELD.CODE'],
    ['incidents', [], 'FIELD.TYPE'],
    ['surprise', 1, 'FIELD.UNKNOWN'],
    ['constructor', 1, 'FIELD.UNKNOWN'],
  ])('%s = %j → %s', (field, value, code) => {
    expect(assess({ ...plainVisit(), [field]: value }).refusals).toEqual([{ field, code }]);
  });

  it.each([
    ['socialFunction', { ...plainVisit().socialFunction, study: 9 }, 'socialFunction.study', 'FIELD.CODE'],
    ['incidents', { crime: 100 }, 'incidents.crime', 'FIELD.RANGE'],
    ['incidents', { crime: 1.5 }, 'incidents.crime', 'FIELD.TYPE'],
    ['medications', [{ drug: 'x', morningMg: '1' }], 'medications.0.morningMg', 'FIELD.TYPE'],
    ['medications', ['x'], 'medications.0', 'FIELD.TYPE'],
    ['contacts', [1, 4], 'contacts.1', 'FIELD.CODE'],
  ])('%s names the place inside', (field, value, path, code) => {
    expect(assess({ ...plainVisit(), [field]: value }).refusals).toEqual([{ field: path, code }]);
  });

  it('work alone may not apply', () => {
    const record = plainVisit({ socialFunction: { selfCare: 1, housework: 1, work: 9, study: 1, social: 1 } });
    expect(assess(record).refusals).toEqual([]);
  });

  it('a decoded protobuf message is a record too', () => {
    const record = { $typeName: 'xinqiao.smi.v1.FollowUpInput', ...plainVisit() };
    expect(assess(record).refusals).toEqual([]);
  });
});
