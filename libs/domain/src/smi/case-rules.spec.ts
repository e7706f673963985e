import { describe, expect, it } from '@jest/globals';
import { ERROR_CATALOGUE, type ErrorCode } from '#contracts';
import { addDays } from '../kernel/iso-date.js';
import type { RegistryCode } from '../kernel/problem.js';
import { PLAIN_CALENDAR } from '../kernel/working-calendar.js';
import { CASE_STATUSES, SMI_ACTIONS } from './case.codes.js';
import { CASE_TRANSITIONS, isRegistered, nextCaseStatus } from './case-status.states.js';
import { consentStanding, planConsent } from './consent.rules.js';
import { CROSS_CHECKS } from './cross-checks.rules.js';
import {
  DEADLINES,
  deadlineOf,
  emergencyRecordDue,
  isOverdue,
  isReminderDay,
  visitAfterMove,
} from './deadlines.rules.js';
import { checkDiagnosis, diagnosisGroup } from './diagnosis.js';
import { stableCase } from './follow-up.fixture.js';
import { checkRegistration, type CaseRegistration } from './registration.rules.js';
import { DEFAULT_SMI_POLICY, SMI_POLICY_PARAMETERS, smiPolicy } from './smi-policy.js';
import type { SmiCode } from './smi-problem.js';

// Compile-time: what the domain refuses with stands in the catalogue.
const catalogued = (codes: readonly (SmiCode | RegistryCode)[]): readonly ErrorCode[] => codes;

describe('catalogue', () => {
  it('holds every code of the cross checks', () => {
    const codes = catalogued(CROSS_CHECKS.map(({ code }) => code));
    expect(codes.filter((code) => !Object.hasOwn(ERROR_CATALOGUE, code))).toEqual([]);
  });
});

describe('diagnoses (smi.md 1.1, 1.2)', () => {
  const required = (diagnosis: string, own = {}) =>
    checkDiagnosis({ diagnosis, reportType: 'required_registration', ...own }, DEFAULT_SMI_POLICY);

  it.each([
    ['F20', '01', {}],
    ['F20.9', '01', {}],
    ['f25.0', '02', {}],
    ['F22.0', '03', {}],
    ['F31.4', '04', {}],
    ['F06.2', '05', { secondaryDiagnosis: 'G40.2' }],
    ['F70', '06', { psychoticSymptoms: true }],
    ['F79.1', '06', { psychoticSymptoms: true }],
  ])('%s is one of the six (%s)', (diagnosis, group, own) => {
    expect(required(diagnosis, own)).toEqual([]);
    expect(diagnosisGroup({ diagnosis, ...own }, DEFAULT_SMI_POLICY)).toBe(group);
  });

  it.each([
    ['F24', 'diagnosis', 'SMI.CASE.DIAGNOSIS_INDUCED', {}],
    ['F06.2', 'secondaryDiagnosis', 'SMI.CASE.DIAGNOSIS_NEEDS_EPILEPSY', {}],
    ['F06.2', 'secondaryDiagnosis', 'SMI.CASE.DIAGNOSIS_NEEDS_EPILEPSY', { secondaryDiagnosis: 'G41' }],
    ['F71', 'psychoticSymptoms', 'SMI.CASE.DIAGNOSIS_NEEDS_PSYCHOTIC_SYMPTOMS', { psychoticSymptoms: false }],
    ['F32.2', 'reportType', 'SMI.CASE.REPORT_TYPE_NEEDS_SIX', {}],
    ['F10.5', 'reportType', 'SMI.CASE.REPORT_TYPE_NEEDS_SIX', {}],
    ['F30.1', 'reportType', 'SMI.CASE.REPORT_TYPE_NEEDS_SIX', {}],
    ['G40.1', 'diagnosis', 'SMI.CASE.DIAGNOSIS_FORMAT', {}],
    ['精神分裂症', 'diagnosis', 'SMI.CASE.DIAGNOSIS_FORMAT', {}],
    [`F20.${'0'.repeat(20)}`, 'diagnosis', 'SMI.CASE.DIAGNOSIS_FORMAT', {}],
  ])('%s is refused (%s)', (diagnosis, field, code, own) => {
    expect(required(diagnosis, own)).toEqual([expect.objectContaining({ field, code })]);
  });

  it.each([
    ['F32.2', '07'],
    ['F15.5', '08'],
    ['F24', '99'],
    ['F06.2', '99'],
    ['F72', '99'],
  ])('an onset report takes %s (%s)', (diagnosis, group) => {
    expect(checkDiagnosis({ diagnosis, reportType: 'onset_report' }, DEFAULT_SMI_POLICY)).toEqual([]);
    expect(diagnosisGroup({ diagnosis }, DEFAULT_SMI_POLICY)).toBe(group);
  });

  it('F30 is bipolar where the dictionary lists it', () => {
    const policy = smiPolicy({ singleManicEpisode: true });
    expect(diagnosisGroup({ diagnosis: 'F30.1' }, policy)).toBe('04');
    expect(checkDiagnosis({ diagnosis: 'F30.1', reportType: 'required_registration' }, policy)).toEqual([]);
  });
});

describe('registration (smi.md 1.2, 2.4, 2.6)', () => {
  const good: CaseRegistration = {
    diagnosis: 'F20.0',
    reportType: 'required_registration',
    diagnosedOn: '2024-03-05',
    fileBuiltOn: '2024-03-12',
    firstOnset: '2022-06',
    firstTreated: '2022',
    consent: { decision: 'agreed', signedOn: '2024-03-12', signer: 'guardian' },
    article30: false,
  };
  const context = { today: '2026-11-23', birthDate: '1980-05-06', policy: DEFAULT_SMI_POLICY };

  it('takes the example of the REST contract', () => {
    expect(checkRegistration(good, context)).toEqual([]);
  });

  it.each<[string, Partial<CaseRegistration>, string]>([
    ['unknown report type', { reportType: '2' }, 'reportType FIELD.CODE'],
    ['no such day', { diagnosedOn: '2024-02-30' }, 'diagnosedOn FIELD.DATE'],
    ['no such month', { firstOnset: '2022-13' }, 'firstOnset FIELD.DATE'],
    [
      'unknown decision',
      { consent: { decision: 'maybe', signedOn: '2024-03-12', signer: 'self' } },
      'consent.decision FIELD.CODE',
    ],
    ['file in the future', { fileBuiltOn: '2026-11-24', consent: null }, 'fileBuiltOn SMI.CASE.DATE_IN_FUTURE'],
    ['onset in the future', { firstOnset: '2027', firstTreated: null }, 'firstOnset SMI.CASE.DATE_IN_FUTURE'],
    ['onset before the birth', { firstOnset: '1979' }, 'firstOnset SMI.CASE.DATE_BEFORE_BIRTH'],
    ['file before the diagnosis', { fileBuiltOn: '2024-03-04' }, 'fileBuiltOn SMI.CASE.FILE_BEFORE_DIAGNOSIS'],
    ['treated before the onset', { firstTreated: '2022-05' }, 'firstTreated SMI.CASE.TREATED_BEFORE_ONSET'],
    [
      'signed before the file',
      { consent: { decision: 'agreed', signedOn: '2024-03-11', signer: 'self' } },
      'consent.signedOn SMI.CASE.CONSENT_BEFORE_FILE',
    ],
    [
      'signed in the future',
      { consent: { decision: 'agreed', signedOn: '2026-11-24', signer: 'self' } },
      'consent.signedOn SMI.CASE.DATE_IN_FUTURE',
    ],
    ['onset report without art. 30', { reportType: 'onset_report' }, 'article30 SMI.CASE.ONSET_REPORT_NEEDS_ARTICLE30'],
  ])('%s', (_, own, problem) => {
    const found = checkRegistration({ ...good, ...own }, context).map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual([problem]);
  });
});

describe('consent (smi.md 2.6)', () => {
  const facts = {
    consent: 'declined' as const,
    article30: false,
    article30Reviewed: false,
    riskLevel: 0,
    offenceSeen: false,
  };

  it.each([
    [{}, 'declined'],
    [{ article30: true }, 'declined_article30'],
    [{ riskLevel: 2 }, 'declined'],
    [{ riskLevel: 3 }, 'declined_article30'],
    [{ offenceSeen: true }, 'declined_article30'],
    [{ riskLevel: 3, offenceSeen: true, article30Reviewed: true }, 'declined'],
    [{ article30: true, article30Reviewed: true }, 'declined_article30'],
    [{ consent: 'agreed' as const, riskLevel: 5 }, 'agreed'],
    [{ consent: null }, 'missing'],
  ])('%j → %s', (own, standing) => {
    expect(consentStanding({ ...facts, ...own }, DEFAULT_SMI_POLICY)).toBe(standing);
  });

  it('N10: the first visit is due ten working days after the signature', () => {
    const first = { ...stableCase(), lastVisitOn: null };
    expect(planConsent(first, '2026-03-02', DEFAULT_SMI_POLICY, PLAIN_CALENDAR)).toEqual({
      rules: ['N10'],
      actions: [],
      nextDueOn: '2026-03-16',
      reaskOn: null,
      checks: [],
    });
  });

  it('an agreement later on keeps the date that is due', () => {
    expect(planConsent(stableCase(), '2026-01-02', DEFAULT_SMI_POLICY, PLAIN_CALENDAR)).toMatchObject({
      rules: [],
      nextDueOn: '2026-03-02',
    });
  });

  it.each(['in_hospital', 'lost'] as const)('N9, N12: no visit falls due while %s, whatever is signed', (status) => {
    for (const changes of [{ lastVisitOn: null }, {}, { consent: 'declined', riskLevel: 3 }] as const) {
      const held = stableCase({ status, nextDueOn: null, ...changes });
      expect(planConsent(held, '2026-03-02', DEFAULT_SMI_POLICY, PLAIN_CALENDAR).nextDueOn).toBeNull();
    }
  });

  it('N16: a decliner under art. 30 is visited jointly; the answer of the doctor is asked for while it is missing', () => {
    const dangerous = stableCase({ consent: 'declined', riskLevel: 3 });
    expect(planConsent(dangerous, '2026-03-02', DEFAULT_SMI_POLICY, PLAIN_CALENDAR)).toEqual({
      rules: ['N16'],
      actions: ['joint_visit', 'inform_care_group'],
      nextDueOn: '2026-03-02',
      reaskOn: '2027-03-02',
      checks: [{ kind: 'article30_review', dueOn: '2026-03-09' }],
    });
  });
});

describe('status of a case (smi.md 2.1)', () => {
  it('knows every status, and nothing leads out of a cancelled case', () => {
    expect(Object.keys(CASE_TRANSITIONS).sort()).toEqual(CASE_STATUSES.map(({ code }) => code).sort());
    expect(CASE_TRANSITIONS.cancelled).toEqual({});
  });

  it.each([
    ['registered', 'visit_in_hospital', 'in_hospital'],
    ['in_hospital', 'discharge', 'registered'],
    ['registered', 'discharge', null],
    ['lost', 'visit', 'registered'],
    ['lost', 'death', 'dead'],
    ['transferred_out', 'visit', null],
    ['transferred_out', 'transfer_in', 'registered'],
    ['dead', 'visit', null],
    ['dead', 'cancel', 'cancelled'],
  ] as const)('%s + %s → %s', (status, event, next) => {
    expect(nextCaseStatus(status, event)).toBe(next);
  });

  it('在册: registered, lost and in hospital', () => {
    const counted = CASE_STATUSES.map(({ code }) => code).filter(isRegistered);
    expect(counted).toEqual(['registered', 'lost', 'in_hospital']);
  });
});

describe('deadlines (smi.md 8, worked)', () => {
  const due = (id: Parameters<typeof deadlineOf>[0], on: string) =>
    deadlineOf(id, on, DEFAULT_SMI_POLICY, PLAIN_CALENDAR);

  it.each([
    ['D1', '2026-03-02', '2026-03-16'],
    ['D2', '2026-03-02', '2026-03-16'],
    ['D2-entry', '2026-03-16', '2026-03-23'],
    ['D3', '2026-03-06', '2026-03-20'],
    ['D4', '2026-03-02', '2026-03-16'],
    ['D5', '2026-03-02', '2026-03-09'],
    ['D6', '2026-03-02', '2026-03-16'],
    ['D7', '2026-03-02', '2026-03-16'],
    ['D8', '2026-03-02', '2026-03-16'],
  ] as const)('%s from %s is %s', (id, from, expected) => {
    expect(due(id, from)).toBe(expected);
  });

  it('lists each deadline once', () => {
    expect(new Set(DEADLINES.map(({ id }) => id)).size).toBe(DEADLINES.length);
  });

  it('D9: 24 hours after the disposal', () => {
    expect(emergencyRecordDue('2026-03-06T15:00', DEFAULT_SMI_POLICY)).toBe('2026-03-07T15:00');
    expect(emergencyRecordDue('2026-12-31T23:30', smiPolicy({ emergencyRecordHours: 4 }))).toBe('2027-01-01T03:30');
  });

  it('N19: somebody who moved in is visited within two weeks', () => {
    expect(visitAfterMove('2026-03-02', DEFAULT_SMI_POLICY)).toBe('2026-03-16');
  });

  it('overdue from the day after', () => {
    expect(isOverdue('2026-03-16', '2026-03-16')).toBe(false);
    expect(isOverdue('2026-03-16', '2026-03-17')).toBe(true);
    expect(isOverdue(null, '2026-03-17')).toBe(false);
  });

  it('reminders 7, 3 and 0 days before, then daily', () => {
    const before = [8, 7, 6, 4, 3, 2, 1, 0, -1, -2].filter((left) =>
      isReminderDay('2026-03-16', addDays('2026-03-16', -left), DEFAULT_SMI_POLICY),
    );
    expect(before).toEqual([7, 3, 0, -1, -2]);
  });
});

describe('policy', () => {
  it('shows each figure with its evidence and clause', () => {
    for (const [key, { value, mark, clause }] of Object.entries(SMI_POLICY_PARAMETERS)) {
      expect(DEFAULT_SMI_POLICY[key as keyof typeof DEFAULT_SMI_POLICY]).toBe(value);
      expect(mark).toMatch(/^[CILMP]$/);
      expect(clause).not.toBe('');
    }
  });

  it('a region changes what it names and nothing else', () => {
    expect(smiPolicy({ retryDays: 7 })).toEqual({ ...DEFAULT_SMI_POLICY, retryDays: 7 });
  });

  it('every action of the contract has its texts', () => {
    expect(SMI_ACTIONS).toHaveLength(16);
    expect(SMI_ACTIONS.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
  });
});
