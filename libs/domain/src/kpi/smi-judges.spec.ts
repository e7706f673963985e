import { describe, expect, it } from '@jest/globals';
import { someCase, someVisit } from './smi-cohort.fixture.js';
import { contribute } from './smi-contribution.js';
import type { SmiSubject } from './smi-subject.js';
import { threeMonthsBack } from './smi-view.js';

function reason(id: string, subject: SmiSubject, from: string, to: string): string {
  const found = contribute(subject, { from, to, open: false }).find((part) => part.indicator === `smi.${id}`);
  return found?.reasons.join() ?? '';
}

function inYear(id: string, subject: SmiSubject): string {
  return reason(id, subject, '2026-01-01', '2026-12-31');
}

describe('the register (smi.md 2.9, 6.1)', () => {
  it.each<[string, Partial<SmiSubject>, string]>([
    ['file built on the last day', { fileBuiltOn: '2026-12-31' }, 'registered'],
    ['file built the day after', { fileBuiltOn: '2027-01-01' }, 'not_yet_registered'],
    ['dead on the last day', { status: 'dead', deathDate: '2026-12-31' }, 'dead'],
    ['dead the day after', { status: 'dead', deathDate: '2027-01-01' }, 'registered'],
    ['dead, day unknown', { status: 'dead' }, 'dead'],
    ['dead, only the file was closed', { status: 'dead', closedOn: '2026-03-01' }, 'dead'],
    ['transferred out', { status: 'transferred_out', closedOn: '2026-12-31' }, 'transferred_out'],
    ['transferred out afterwards', { status: 'transferred_out', closedOn: '2027-01-01' }, 'registered'],
    ['cancelled', { status: 'cancelled', closedOn: '2026-05-05' }, 'cancelled'],
    ['lost', { status: 'lost', lostOn: '2026-05-05' }, 'registered'],
    ['in hospital', { status: 'in_hospital' }, 'registered'],
    ['declined', { consents: [{ decision: 'declined', from: '2024-01-10' }] }, 'registered'],
  ])('%s', (_name, change, expected) => {
    expect(inYear('reported_prevalence', someCase(change))).toBe(expected);
  });

  it('keeps the dead of the period in the China CDC reading only', () => {
    const dead = someCase({ status: 'dead', deathDate: '2026-05-05' });
    expect(inYear('reported_prevalence', dead)).toBe('dead');
    expect(inYear('reported_prevalence_cdc', dead)).toBe('registered');
    expect(reason('reported_prevalence_cdc', dead, '2027-01-01', '2027-12-31')).toBe('dead');
  });
});

describe('complete follow-ups (smi.md 2.9)', () => {
  it.each<[string, Partial<SmiSubject>, string]>([
    ['none', {}, 'no_complete_follow_up'],
    ['one on 1 January', { visits: [someVisit('2026-01-01')] }, 'managed'],
    ['one on 31 December', { visits: [someVisit('2026-12-31')] }, 'managed'],
    ['one of last year', { visits: [someVisit('2025-12-31')] }, 'no_complete_follow_up'],
    ['one not complete', { visits: [someVisit('2026-03-01', { complete: false })] }, 'no_complete_follow_up'],
    ['a loss', { visits: [someVisit('2026-03-01', { kind: 'loss', complete: false })] }, 'no_complete_follow_up'],
  ])('%s', (_name, change, expected) => {
    expect(inYear('management_rate', someCase(change))).toBe(expected);
  });
});

describe('standard management (smi.md 6.3)', () => {
  const visits = (...days: string[]) => days.map((day) => someVisit(day));

  it.each<[string, SmiSubject, string, string]>([
    [
      '01-31 and 04-30 are 3 months apart',
      someCase({ visits: visits('2025-11-30', '2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31') }),
      'standard_v1',
      'standard_v2',
    ],
    [
      '01-05 and 06-05 are 5',
      someCase({ visits: visits('2025-11-30', '2026-01-05', '2026-06-05', '2026-09-05', '2026-12-05') }),
      'gap_between_visits',
      'gap_between_visits',
    ],
    ['a single visit in June', someCase({ visits: visits('2025-12-10', '2026-06-01') }), 'standard_v1', 'gap_at_start'],
    [
      'nothing since June',
      someCase({ visits: visits('2025-12-10', '2026-03-01', '2026-06-01') }),
      'standard_v1',
      'gap_at_end',
    ],
    [
      'a new file',
      someCase({ fileBuiltOn: '2026-11-10', consents: [], visits: visits('2026-11-20') }),
      'standard_v1',
      'standard_v2',
    ],
    [
      'a new consent',
      someCase({ consents: [{ decision: 'agreed', from: '2026-10-10' }], visits: visits('2026-11-20') }),
      'standard_v1',
      'standard_v2',
    ],
    [
      'a refusal is no consent',
      someCase({ consents: [{ decision: 'declined', from: '2026-10-10' }], visits: visits('2026-11-20') }),
      'standard_v1',
      'gap_at_start',
    ],
    [
      'a consent that ended later was one when the first visit came',
      someCase({
        consents: [
          { decision: 'agreed', from: '2026-10-10' },
          { decision: 'declined', from: '2026-12-01' },
        ],
        visits: visits('2026-11-20'),
      }),
      'standard_v1',
      'standard_v2',
    ],
    [
      'a consent after the first visit forgives no gap before it',
      someCase({
        consents: [
          { decision: 'declined', from: '2025-10-01' },
          { decision: 'agreed', from: '2026-12-10' },
        ],
        visits: visits('2025-09-20', '2026-11-20'),
      }),
      'standard_v1',
      'gap_at_start',
    ],
    [
      'in hospital counts as a visit',
      someCase({
        visits: [
          ...visits('2025-11-01', '2026-02-01', '2026-05-01'),
          someVisit('2026-08-01', { inHospital: true, adherence: null }),
          ...visits('2026-10-15'),
        ],
      }),
      'standard_v1',
      'standard_v2',
    ],
  ])('%s', (_name, subject, v1, v2) => {
    expect([inYear('standard_management_rate_v1', subject), inYear('standard_management_rate', subject)]).toEqual([
      v1,
      v2,
    ]);
  });

  it('V0 wants four visits and an examination', () => {
    const four = visits('2026-01-05', '2026-03-05', '2026-06-05', '2026-09-05');
    expect(inYear('standard_management_rate_v0', someCase({ visits: four }))).toBe('no_exam');
    expect(inYear('standard_management_rate_v0', someCase({ visits: four, exams: ['2026-09-05'] }))).toBe(
      'standard_v0',
    );
    expect(inYear('standard_management_rate_v0', someCase({ visits: four.slice(1), exams: ['2026-09-05'] }))).toBe(
      'fewer_than_four',
    );
  });
});

describe('what visits say', () => {
  it.each<[string, string, Parameters<typeof someVisit>[1], string]>([
    ['face_to_face_rate', 'at home, the patient', { form: 2, contacts: [1] }, 'seen_in_person'],
    ['face_to_face_rate', 'in the clinic, the patient', { form: 1, contacts: [1, 2] }, 'seen_in_person'],
    ['face_to_face_rate', 'at home, only the family (V8)', { form: 2, contacts: [2, 3] }, 'not_seen_in_person'],
    ['face_to_face_rate', 'by telephone', { form: 3, contacts: [1] }, 'not_seen_in_person'],
    ['medication_rate', 'regular', { adherence: 1 }, 'takes_medicine'],
    ['medication_rate', 'irregular', { adherence: 2 }, 'takes_medicine'],
    ['medication_rate', 'not taking', { adherence: 3 }, 'last_not_taking'],
    ['medication_rate', 'none needed', { adherence: 4 }, 'none_needed'],
    ['medication_rate', 'unknown', { adherence: null }, 'adherence_unknown'],
    ['medication_rate', 'in hospital', { adherence: null, inHospital: true }, 'in_hospital_on_medicine'],
    ['regular_medication_rate', 'in hospital', { adherence: null, inHospital: true }, 'always_regular'],
    ['regular_medication_rate_l', 'irregular', { adherence: 2 }, 'last_irregular'],
    ['incident_rate', '肇事', { publicOrder: 1 }, 'incident'],
    ['incident_rate', '肇祸', { crime: 2 }, 'incident'],
    ['incident_rate', 'only 轻度滋事', { minorDisturbance: 1 }, 'no_incident'],
    ['minor_disturbance_rate', '轻度滋事', { minorDisturbance: 1 }, 'minor_disturbance'],
    ['rehabilitation_rate', 'a measure given', { rehabilitation: true }, 'rehabilitated'],
    ['rehabilitation_rate', 'in hospital', { rehabilitation: true, inHospital: true }, 'not_home'],
  ])('%s: %s', (id, _name, change, expected) => {
    expect(inYear(id, someCase({ visits: [someVisit('2026-11-01', change)] }))).toBe(expected);
  });

  it('A looks at every record of the period, L at the last', () => {
    const mended = someCase({ visits: [someVisit('2026-02-01', { adherence: 2 }), someVisit('2026-05-01')] });
    expect(inYear('regular_medication_rate', mended)).toBe('some_irregular');
    expect(inYear('regular_medication_rate_l', mended)).toBe('last_regular');
    expect(reason('regular_medication_rate', mended, '2026-03-01', '2026-12-31')).toBe('always_regular');
  });
});

describe('the last three months', () => {
  it.each([
    ['2026-12-31', '2026-10-01'],
    ['2026-02-28', '2025-12-01'],
    ['2028-02-29', '2027-12-01'],
    ['2026-11-30', '2026-09-01'],
    ['2026-11-23', '2026-08-24'],
    ['2026-05-30', '2026-02-28'],
  ])('that end on %s begin on %s', (day, first) => {
    expect(threeMonthsBack(day)).toBe(first);
  });

  it('decide on stability', () => {
    const at = (day: string) => inYear('stability_rate', someCase({ visits: [someVisit(day)] }));
    expect([at('2026-09-30'), at('2026-10-01')]).toEqual(['last_visit_too_old', 'stable']);
  });
});

describe('losses (smi.md 2.8)', () => {
  const loss = someVisit('2026-05-01', { kind: 'loss', complete: false });

  it.each<[string, Partial<SmiSubject>, string]>([
    ['never', {}, 'not_lost'],
    ['declared by the case', { lostOn: '2026-05-01' }, 'lost'],
    ['declared later', { lostOn: '2027-01-01' }, 'not_lost'],
    ['declared by a record', { visits: [loss] }, 'lost'],
    ['found again', { visits: [loss, someVisit('2026-06-01')] }, 'not_lost'],
    ['lost again', { visits: [loss, someVisit('2026-06-01'), { ...loss, id: 'z', visitedOn: '2026-07-01' }] }, 'lost'],
    [
      'a failed attempt finds nobody',
      { visits: [loss, someVisit('2026-06-01', { kind: 'attempt', complete: false })] },
      'lost',
    ],
  ])('%s', (_name, change, expected) => {
    expect(inYear('lost_rate', someCase(change))).toBe(expected);
  });
});
