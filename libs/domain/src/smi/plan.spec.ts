import { describe, expect, it } from '@jest/globals';
import { assessFollowUp } from './assess-follow-up.js';
import type { SmiCaseState } from './case-state.js';
import type { FollowUpRecord } from './follow-up-record.js';
import { plainVisit, stableCase } from './follow-up.fixture.js';
import { smiPolicy } from './smi-policy.js';

const assess = (record: Partial<FollowUpRecord>, before: Partial<SmiCaseState> = {}, policy = smiPolicy({})) =>
  assessFollowUp({ record: plainVisit(record), caseState: stableCase(before), today: '2026-11-23', policy });
const basic = { insight: 2 };
const at = (step: SmiCaseState['step']): Partial<SmiCaseState> => ({ stability: 2, step });

interface Case {
  readonly name: string;
  readonly record: Partial<FollowUpRecord>;
  readonly before?: Partial<SmiCaseState>;
  readonly due: string | null;
  readonly rules: string;
  readonly actions: string;
  readonly step?: string;
}

const CASES: readonly Case[] = [
  {
    name: 'N2 the previous record was not 基本稳定',
    record: basic,
    before: { stability: 1, step: 'two_week_revisit' },
    due: '2026-03-16',
    rules: 'K5b N2',
    actions: 'judge_cause contact_psychiatrist',
    step: 'two_week_revisit',
  },
  {
    name: 'N2 the previous step is closed',
    record: basic,
    before: at('none'),
    due: '2026-03-16',
    rules: 'K5b N2',
    actions: 'judge_cause contact_psychiatrist',
    step: 'two_week_revisit',
  },
  {
    name: 'N3 closes the step',
    record: { ...basic, tendingToStable: true },
    before: at('two_week_revisit'),
    due: '2026-06-02',
    rules: 'K5b N3',
    actions: 'continue_plan',
    step: 'none',
  },
  {
    name: 'N4 nothing said counts as not tending',
    record: basic,
    before: at('two_week_revisit'),
    due: '2026-04-02',
    rules: 'K5b N4',
    actions: 'specialist_guidance',
    step: 'one_month_visit',
  },
  {
    name: 'N5 not tending: one month again',
    record: basic,
    before: at('one_month_visit'),
    due: '2026-04-02',
    rules: 'K5b N5',
    actions: 'specialist_guidance',
    step: 'one_month_visit',
  },
  {
    name: 'N5 tending: three months',
    record: { ...basic, tendingToStable: true },
    before: at('one_month_visit'),
    due: '2026-06-02',
    rules: 'K5b N5',
    actions: 'continue_plan',
    step: 'none',
  },
  {
    name: 'N1 ends the chain',
    record: {},
    before: at('one_month_visit'),
    due: '2026-06-02',
    rules: 'K4 N1',
    actions: 'continue_plan',
    step: 'none',
  },
  {
    name: 'N6 referred: learn the result',
    record: { insight: 3, referral: { made: true, reason: '病情', institution: '医院' } },
    due: '2026-03-16',
    rules: 'K3c N6',
    actions: 'check_referral',
  },
  {
    name: 'N7 not admitted',
    record: { insight: 3, admissionRefused: true },
    due: '2026-03-16',
    rules: 'K3c N7',
    actions: 'contact_psychiatrist joint_visit inform_care_group',
  },
  {
    name: 'N-A at grade 3, also in hospital',
    record: { riskLevel: 3, hospitalisation: 1 },
    due: null,
    rules: 'K2 N9 N-A',
    actions: 'hold notify_police inform_care_group',
  },
  {
    name: 'E2 at grade 5',
    record: { riskLevel: 5 },
    due: '2026-03-16',
    rules: 'K3a N6 N-A',
    actions: 'refer_now notify_police inform_care_group emergency_record',
  },
  {
    name: 'N8 stable: within 14 days',
    record: { jointVisitFactors: ['past_violence'] },
    due: '2026-03-16',
    rules: 'K4 N8 N20',
    actions: 'continue_plan joint_visit',
  },
  {
    name: 'N8 unstable: within 7 days',
    record: { insight: 3, jointVisitFactors: ['substance_misuse'] },
    due: '2026-03-09',
    rules: 'K3c N8 N20',
    actions: 'refer_now joint_visit',
  },
  {
    name: 'N8 from the standing factors of the case',
    record: {},
    before: { jointVisitFactors: ['past_violence'] },
    due: '2026-03-16',
    rules: 'K4 N8 N20',
    actions: 'continue_plan joint_visit',
  },
  {
    name: 'N14 + N8: the earliest wins, the actions add up',
    record: { pregnancy: 'planning', jointVisitFactors: ['past_violence'] },
    due: '2026-03-16',
    rules: 'K4 N8 N14 N20',
    actions: 'continue_plan joint_visit contact_psychiatrist obstetric_co_management',
  },
  {
    name: 'N14 + 不稳定: the class is earlier',
    record: { insight: 3, pregnancy: 'breast_feeding' },
    due: '2026-03-16',
    rules: 'K3c N6 N14',
    actions: 'refer_now contact_psychiatrist obstetric_co_management',
  },
  {
    name: 'N16 + grade 3',
    record: { riskLevel: 3 },
    before: { consent: 'declined', article30: true },
    due: '2026-03-16',
    rules: 'K3a N6 N-A N16',
    actions: 'refer_now notify_police inform_care_group joint_visit',
  },
  {
    name: 'N18 an unstable patient leaves',
    record: { insight: 3, leavingDistrict: true },
    due: '2026-03-16',
    rules: 'K3c N6 N18',
    actions: 'refer_now notify_police',
  },
  {
    name: 'N18 a stable patient may leave',
    record: { leavingDistrict: true },
    due: '2026-06-02',
    rules: 'K4 N1',
    actions: 'continue_plan',
  },
  {
    name: 'K2 nothing is due',
    record: { hospitalisation: 1, pregnancy: 'pregnant' },
    due: null,
    rules: 'K2 N9',
    actions: 'hold',
    step: 'none',
  },
  {
    name: 'a class the doctor made more severe sets the interval',
    record: { stability: 1 },
    due: '2026-03-16',
    rules: 'K4 N6',
    actions: 'refer_now',
  },
];

describe('intervals and actions (smi.md 4.3)', () => {
  it.each(CASES)('$name', ({ record, before, due, rules, actions, step }) => {
    const result = assess(record, before);
    expect(result.refusals).toEqual([]);
    expect(result.computed?.nextDueOn).toBe(due);
    expect(result.computed?.rules.join(' ')).toBe(rules);
    expect(result.computed?.actions.join(' ')).toBe(actions);
    if (step !== undefined) expect(result.nextCaseState?.step).toBe(step);
  });

  it('N17 caps an interval a region made longer', () => {
    const result = assess({}, {}, smiPolicy({ stableMonths: 6 }));
    expect(result.computed).toMatchObject({ nextDueOn: '2026-06-02', rules: ['K4', 'N17', 'N20'] });
  });

  it('D10: the result of a referral is asked for within two weeks', () => {
    const result = assess({ insight: 3, referral: { made: true, reason: '病情', institution: '医院' } });
    expect(result.computed?.checks).toEqual([{ kind: 'check_referral', dueOn: '2026-03-16' }]);
  });

  it('2.6: a decliner at grade 3 without an answer on art. 30 gets a review in five working days', () => {
    const result = assess({ riskLevel: 3 }, { consent: 'declined' });
    expect(result.computed?.rules).toEqual(['K3a', 'N6', 'N-A', 'N16']);
    expect(result.computed?.checks).toEqual([{ kind: 'article30_review', dueOn: '2026-03-09' }]);
  });

  it('the earlier date of the doctor is the one that counts', () => {
    const result = assess({ nextDueOn: '2026-04-01' });
    expect(result.computed?.nextDueOn).toBe('2026-06-02');
    expect(result.nextDueOn).toBe('2026-04-01');
    expect(result.nextCaseState?.nextDueOn).toBe('2026-04-01');
  });

  it('folds what later records depend on', () => {
    const incidents = { minorDisturbance: 0, publicOrder: 1, crime: 0, otherHarm: 0, selfHarm: 0, suicideAttempt: 0 };
    const result = assess(
      { riskLevel: 2, confinement: 2, incidents },
      { status: 'lost', failedAttempts: ['2026-01-05', '2026-02-09'] },
    );
    expect(result.nextCaseState).toEqual({
      ...stableCase(),
      status: 'registered',
      lastVisitOn: '2026-03-02',
      stability: 2,
      riskLevel: 2,
      step: 'two_week_revisit',
      failedAttempts: [],
      confinementSeen: true,
      offenceSeen: true,
      nextDueOn: '2026-03-16',
    });
  });
});
