import { describe, expect, it } from '@jest/globals';
import { assessFollowUp } from './assess-follow-up.js';
import type { SmiCaseState } from './case-state.js';
import { stableCase } from './follow-up.fixture.js';
import { isLostByAttempts } from './loss.rules.js';
import { DEFAULT_SMI_POLICY } from './smi-policy.js';

const assess = (record: object, before: Partial<SmiCaseState> = {}) =>
  assessFollowUp({
    record: { visitedOn: '2026-03-02', form: 2, ...record },
    caseState: stableCase(before),
    today: '2026-11-23',
  });

describe('deaths (K0, items 6 and 7)', () => {
  it('closes the file', () => {
    const result = assess({ deathDate: '2026-02-20', deathCause: 1, deathCauseDetail: 3 });
    expect(result.refusals).toEqual([]);
    expect(result).toMatchObject({ kind: 'death', complete: false, stability: null, nextDueOn: null });
    expect(result.computed).toMatchObject({ rules: ['K0'], actions: ['close_file'] });
    expect(result.nextCaseState).toMatchObject({ status: 'dead', deathDate: '2026-02-20', stability: 3 });
  });

  it.each([
    ['the cause is missing', { deathDate: '2026-02-20' }, 'deathCause', 'FIELD.REQUIRED'],
    ['the date is missing', { deathCause: 2 }, 'deathDate', 'FIELD.REQUIRED'],
    [
      'physical disease without detail',
      { deathDate: '2026-02-20', deathCause: 1 },
      'deathCauseDetail',
      'FIELD.REQUIRED',
    ],
    [
      'detail without physical disease',
      { deathDate: '2026-02-20', deathCause: 2, deathCauseDetail: 3 },
      'deathCauseDetail',
      'SMI.FOLLOW_UP.DEATH_DETAIL_UNEXPECTED',
    ],
    ['after the visit', { deathDate: '2026-03-03', deathCause: 2 }, 'deathDate', 'SMI.FOLLOW_UP.DEATH_AFTER_VISIT'],
    [
      'V11 before a later visit',
      { deathDate: '2025-12-01', deathCause: 2 },
      'deathDate',
      'SMI.FOLLOW_UP.DEATH_BEFORE_LATER_VISIT',
    ],
    [
      'with a risk grade',
      { deathDate: '2026-03-02', deathCause: 2, riskLevel: 0 },
      'riskLevel',
      'SMI.FOLLOW_UP.NOT_ALLOWED_HERE',
    ],
    [
      'with a loss',
      { deathDate: '2026-03-02', deathCause: 2, lossReason: 1 },
      'lossReason',
      'SMI.FOLLOW_UP.KIND_CONFLICT',
    ],
  ])('%s', (_, record, field, code) => {
    expect(assess(record).refusals).toEqual([expect.objectContaining({ field, code })]);
  });

  it('before the birth', () => {
    const result = assess({ deathDate: '1970-01-01', deathCause: 2 }, { lastVisitOn: null });
    expect(result.refusals).toEqual([
      { field: 'deathDate', code: 'SMI.FOLLOW_UP.DEATH_BEFORE_BIRTH', rule: '3.3 item 6' },
    ]);
  });

  it('of a decliner is recorded too', () => {
    expect(assess({ deathDate: '2026-02-20', deathCause: 4 }, { consent: 'declined' }).refusals).toEqual([]);
  });
});

describe('losses (K1, N12)', () => {
  it('keeps class and grade, asks for report and search, expects no visit', () => {
    const result = assess({ lossReason: 5, lossReasonText: '家属拒绝告知' });
    expect(result.refusals).toEqual([]);
    expect(result.computed).toEqual({
      stability: null,
      nextDueOn: null,
      rules: ['K1', 'N12'],
      actions: ['report_lost'],
      checks: [{ kind: 'search_lost_patient', dueOn: '2026-03-09' }],
      emergencyTriggers: [],
    });
    expect(result.nextCaseState).toMatchObject({ status: 'lost', stability: 3, nextDueOn: null });
  });

  it.each([1, 2, 3])('N18: somebody unstable is gone (reason %i): police and upper unit at once', (lossReason) => {
    const result = assess({ lossReason }, { stability: 1 });
    expect(result.computed).toMatchObject({ rules: ['K1', 'N12', 'N18'], actions: ['report_lost', 'notify_police'] });
  });

  it('V2: a lost patient has no risk grade', () => {
    expect(assess({ lossReason: 1, riskLevel: 0 }).refusals).toEqual([
      { field: 'riskLevel', code: 'SMI.FOLLOW_UP.LOST_WITH_RISK', rule: 'V2' },
    ]);
  });

  it('"other" needs its text', () => {
    expect(assess({ lossReason: 5 }).refusals).toEqual([{ field: 'lossReasonText', code: 'FIELD.REQUIRED' }]);
  });

  it('empty lists, zero counts and unticked boxes are no contents', () => {
    const empty = {
      symptoms: [],
      medications: [],
      incidents: { minorDisturbance: 0, publicOrder: 0, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 },
      referral: { made: false, reason: null },
      socialFunction: { selfCare: null },
      otherAbnormality: false,
    };
    expect(assess({ lossReason: 1, ...empty }).refusals).toEqual([]);
  });

  it('a lost patient who is found is registered again', () => {
    const found = assess({ hospitalisation: 1 }, { status: 'lost' });
    expect(found.nextCaseState?.status).toBe('in_hospital');
  });

  it('says since when, by a record or by attempts, and no longer when found', () => {
    expect(assess({ lossReason: 3 }).nextCaseState?.lostOn).toBe('2026-03-02');
    const failedAttempts = ['2026-01-20', '2026-02-10'];
    expect(assess({ attempt: 'failed' }, { failedAttempts }).nextCaseState?.lostOn).toBe('2026-03-02');
    const lost = { status: 'lost', lostOn: '2026-02-20' } as const;
    expect(assess({ attempt: 'failed' }, lost).nextCaseState?.lostOn).toBe('2026-02-20');
    expect(assess({ hospitalisation: 1 }, lost).nextCaseState?.lostOn).toBeNull();
  });

  it.each([
    ['2026-03-02', []],
    ['2026-03-03', ['SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS']],
  ])('lost on %s: a visit of 2 March finds the patient, one before the loss does not', (lostOn, codes) => {
    const found = assess({ hospitalisation: 1 }, { status: 'lost', lostOn });
    expect(found.refusals.map(({ code }) => code)).toEqual(codes);
  });
});

describe('failed attempts (N11, smi.md 2.8)', () => {
  it('asks for another attempt within two weeks', () => {
    const result = assess({ attempt: 'failed' });
    expect(result.computed).toMatchObject({ nextDueOn: '2026-03-16', rules: ['N11'], actions: ['retry_visit'] });
    expect(result.nextCaseState?.failedAttempts).toEqual(['2026-03-02']);
  });

  it('N17: not beyond three months after the last complete visit', () => {
    const result = assess({ attempt: 'failed' }, { lastVisitOn: '2025-12-10' });
    expect(result.computed).toMatchObject({ nextDueOn: '2026-03-10', rules: ['N11', 'N17'] });
  });

  it('N9: of somebody in hospital moves nothing, the case is held until the discharge', () => {
    const result = assess({ attempt: 'failed' }, { status: 'in_hospital', nextDueOn: null });
    expect(result.computed).toMatchObject({ nextDueOn: null, rules: ['N9'], actions: ['hold'] });
    expect(result.nextCaseState).toMatchObject({ status: 'in_hospital', nextDueOn: null });
  });

  it('needs a later day than the attempt before', () => {
    const result = assess({ attempt: 'failed' }, { failedAttempts: ['2026-03-02'] });
    expect(result.refusals).toEqual([
      { field: 'visitedOn', code: 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS', rule: '3.3 item 2' },
    ]);
  });

  it.each([
    [['2026-03-02', '2026-03-16', '2026-04-02'], false, 'exactly one month is not more than one month'],
    [['2026-03-02', '2026-03-16', '2026-04-03'], true, 'one day more is'],
    [['2026-01-31', '2026-02-10', '2026-03-01'], true, 'one month after 31 January is 28 February'],
    [['2026-03-02', '2026-05-02'], false, 'two failures are never enough'],
    [['2026-03-02', '2026-03-03', '2026-03-04', '2026-04-03'], true, 'counted from the first failure'],
    [[], false, 'no failure'],
  ])('%j → %j: %s', (days, lost) => {
    expect(isLostByAttempts(days, DEFAULT_SMI_POLICY)).toBe(lost);
  });

  it('of somebody already lost keeps the loss', () => {
    const result = assess({ attempt: 'failed' }, { status: 'lost' });
    expect(result.computed).toMatchObject({ nextDueOn: null, rules: ['K1', 'N12'] });
    expect(result.nextCaseState?.status).toBe('lost');
  });
});
