import { describe, expect, it } from '@jest/globals';
import { PLAIN_CALENDAR } from '../kernel/working-calendar.js';
import { assessFollowUp } from './assess-follow-up.js';
import type { SmiCaseState } from './case-state.js';
import { planConsent } from './consent.rules.js';
import { visitAfterDischarge } from './deadlines.rules.js';
import type { FollowUpAssessment } from './follow-up-plan.js';
import { plainVisit, stableCase } from './follow-up.fixture.js';
import { assessLeaving } from './loss.rules.js';
import { DEFAULT_SMI_POLICY } from './smi-policy.js';
import { WORKED_VISITS, incidents } from './worked-examples.fixture.js';

const TODAY = '2026-12-31';
const assess = (record: unknown, caseState: SmiCaseState = stableCase()): FollowUpAssessment =>
  assessFollowUp({ record, caseState, today: TODAY });

describe('worked examples of smi.md 4.4', () => {
  it.each(WORKED_VISITS)('$id: $says', ({ on, record, before, ...expected }) => {
    const result = assess(plainVisit({ visitedOn: on ?? '2026-03-02', ...record }), stableCase(before));

    expect(result.refusals).toEqual([]);
    expect(result.computed).toEqual({
      stability: expected.stability,
      nextDueOn: expected.due,
      rules: expected.rules.split(' '),
      actions: expected.actions.split(' '),
      checks: expected.checks ?? [],
      emergencyTriggers: expected.emergency ?? [],
    });
    expect(result).toMatchObject({
      kind: 'visit',
      complete: true,
      stability: expected.stability,
      nextDueOn: expected.due,
    });
  });

  it('W2 in a file that is older than the visit: the previous visit must lie before', () => {
    const result = assess(plainVisit({ visitedOn: '2026-01-31' }), stableCase({ lastVisitOn: '2026-01-31' }));
    expect(result.refusals).toEqual([
      { field: 'visitedOn', code: 'SMI.FOLLOW_UP.DATE_NOT_AFTER_PREVIOUS', rule: '3.3 item 2' },
    ]);
  });

  it('W5 through the state that W4 leaves behind', () => {
    const w4 = assess(plainVisit({ symptoms: [3], symptomSeverity: 1, insight: 2 }));
    const w5 = assess(plainVisit({ visitedOn: '2026-03-16', insight: 2, tendingToStable: true }), w4.nextCaseState!);
    expect(w5.computed).toMatchObject({ nextDueOn: '2026-06-16', rules: ['K5b', 'N3'] });
  });

  it('W17, then every 14 days while the class does not change', () => {
    const refused = plainVisit({ riskLevel: 4, incidents: incidents({ selfHarm: 1 }), admissionRefused: true });
    const first = assess(refused);
    const second = assess({ ...refused, visitedOn: '2026-03-16' }, first.nextCaseState!);
    expect(second.computed).toMatchObject({ nextDueOn: '2026-03-30', rules: ['K3a', 'N7', 'N-A'] });
  });

  it('W18: grade 0 with an attempted suicide is rejected', () => {
    const result = assess(plainVisit({ incidents: incidents({ suicideAttempt: 1 }) }));
    expect(result.refusals).toEqual([{ field: 'riskLevel', code: 'SMI.FOLLOW_UP.RISK_BELOW_SELF_HARM', rule: 'V5' }]);
    expect(result.computed).toBeNull();
    expect(result.nextCaseState).toBeNull();
  });

  it('W19: in hospital the record is complete without a class; the slip of 2026-03-06 asks for a visit by 2026-03-20', () => {
    const result = assess({ visitedOn: '2026-03-02', form: 3, hospitalisation: 1 });
    expect(result).toMatchObject({ complete: true, stability: null, nextDueOn: null });
    expect(result.computed).toMatchObject({ stability: null, nextDueOn: null, rules: ['K2', 'N9'], actions: ['hold'] });
    expect(result.nextCaseState).toMatchObject({ status: 'in_hospital', nextDueOn: null });
    expect(visitAfterDischarge('2026-03-06', DEFAULT_SMI_POLICY, PLAIN_CALENDAR)).toBe('2026-03-20');
  });

  it('W20: three failures over 32 days: lost on 2026-04-03', () => {
    const result = attempts('2026-03-02', '2026-03-16', '2026-04-03');
    expect(result.computed).toMatchObject({ nextDueOn: null, rules: ['K1', 'N12'], actions: ['report_lost'] });
    expect(result.nextCaseState).toMatchObject({ status: 'lost', stability: 3 });
    expect(result.complete).toBe(false);
  });

  it('W21: three failures within 14 days: not lost, retry by 2026-03-30', () => {
    const result = attempts('2026-03-02', '2026-03-09', '2026-03-16');
    expect(result.computed).toMatchObject({ nextDueOn: '2026-03-30', rules: ['N11'], actions: ['retry_visit'] });
    expect(result.nextCaseState).toMatchObject({ status: 'registered', nextDueOn: '2026-03-30' });
  });

  it('W22: an ordinary decliner stays registered, is not visited and is asked again in a year', () => {
    const facts = { ...stableCase({ consent: 'declined' }), lastVisitOn: null };
    const plan = planConsent(facts, '2026-03-02', DEFAULT_SMI_POLICY, PLAIN_CALENDAR);
    expect(plan).toMatchObject({ rules: ['N15'], nextDueOn: null, reaskOn: '2027-03-02' });
    expect(assess(plainVisit(), stableCase({ consent: 'declined' })).refusals).toEqual([
      { field: '', code: 'SMI.FOLLOW_UP.CONSENT_DECLINED', rule: 'N15' },
    ]);
  });

  it('W24: a grade 3 patient leaves: police and upper unit the same day, the class is unchanged', () => {
    const before = stableCase({ riskLevel: 3, stability: 1 });
    expect(assessLeaving(before, '2026-03-10', DEFAULT_SMI_POLICY)).toEqual({
      rules: ['N18'],
      actions: ['notify_police'],
      checks: [{ kind: 'report_upper_unit', dueOn: '2026-03-10' }],
    });
    const reported = { visitedOn: '2026-03-10', form: 3, attempt: 'failed', leavingDistrict: true };
    const result = assess(reported, before);
    expect(result.computed).toMatchObject({ rules: ['N11', 'N18'], actions: ['retry_visit', 'notify_police'] });
    expect(result.nextCaseState).toMatchObject({ stability: 1, riskLevel: 3 });
  });
});

function attempts(...days: string[]): FollowUpAssessment {
  let state = stableCase();
  let last: FollowUpAssessment | null = null;
  for (const visitedOn of days) {
    last = assess({ visitedOn, form: 2, attempt: 'failed' }, state);
    expect(last.refusals).toEqual([]);
    state = last.nextCaseState!;
  }
  return last!;
}
