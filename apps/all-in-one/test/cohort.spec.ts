import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterCohort } from './support/cohort.js';
import { District } from './support/district.js';
import type { RestClient } from './support/rest-client.js';

/** "Expected results" of smi.md 6.6: numerator, denominator, value, and whom the numerator counts. */
const EXPECTED: readonly (readonly [string, number, number, number, string?])[] = [
  ['smi.reported_prevalence', 10, 2500, 4, 'P01 P02 P03 P04 P05 P06 P07 P08 P09 P10'],
  ['smi.reported_prevalence_cdc', 11, 2500, 4.4, 'P01 P02 P03 P04 P05 P06 P07 P08 P09 P10 P12'],
  ['smi.management_rate', 8, 10, 80, 'P01 P02 P03 P04 P05 P06 P07 P10'],
  ['smi.management_rate_cdc', 9, 11, 81.82, 'P01 P02 P03 P04 P05 P06 P07 P10 P12'],
  ['smi.standard_management_rate_v1', 7, 10, 70, 'P01 P02 P04 P05 P06 P07 P10'],
  ['smi.standard_management_rate', 6, 10, 60, 'P01 P02 P05 P06 P07 P10'],
  ['smi.face_to_face_rate', 7, 10, 70, 'P01 P02 P04 P05 P06 P07 P10'],
  ['smi.medication_rate', 6, 10, 60, 'P01 P02 P03 P05 P07 P10'],
  ['smi.medication_rate_managed', 6, 8, 75, 'P01 P02 P03 P05 P07 P10'],
  ['smi.regular_medication_rate_l', 5, 10, 50, 'P01 P02 P05 P07 P10'],
  ['smi.regular_medication_rate', 4, 10, 40, 'P01 P05 P07 P10'],
  ['smi.schizophrenia_medication_rate', 4, 5, 80, 'P01 P02 P03 P10'],
  ['smi.schizophrenia_medication_rate_managed', 4, 4, 100, 'P01 P02 P03 P10'],
  ['smi.schizophrenia_regular_medication_rate_l', 3, 5, 60, 'P01 P02 P10'],
  ['smi.schizophrenia_regular_medication_rate', 2, 5, 40, 'P01 P10'],
  ['smi.stability_rate', 3, 7, 42.86, 'P01 P02 P07'],
  ['smi.stability_rate_broad', 5, 7, 71.43, 'P01 P02 P03 P07 P10'],
  ['smi.physical_exam_rate', 5, 10, 50, 'P01 P02 P04 P07 P10'],
  ['smi.physical_exam_rate_managed', 5, 8, 62.5, 'P01 P02 P04 P07 P10'],
  ['smi.incident_rate', 1, 10, 10, 'P06'],
  ['smi.minor_disturbance_rate', 1, 10, 10, 'P10'],
  ['smi.rehabilitation_rate', 2, 7, 28.57, 'P01 P10'],
  ['smi.lost_rate', 1, 10, 10, 'P09'],
];
const POPULATION = ['smi.reported_prevalence', 'smi.reported_prevalence_cdc'];

describe('the synthetic cohort (smi.md 6.6), entered and read through the public API', () => {
  let district: District;
  let official: RestClient;

  beforeAll(async () => {
    district = await District.start({ today: '2026-12-31' });
    official = await district.as('district_official');
    await enterCohort(district);
    await district.untilQuiet();
  });
  afterAll(() => district.remove());

  const query = (indicator: string): string => `indicator=${indicator}&org=990101&period=2026`;
  const sideOf = async (indicator: string, side: string): Promise<string> => {
    const members = await official.all(`/kpi/values/members?${query(indicator)}&side=${side}`, 5);
    return members
      .map((member) => member.caseNo)
      .sort()
      .join(' ');
  };

  it('successful-values: every line of the expected results', async () => {
    const { items } = await official.get(`/kpi/values?${query(EXPECTED.map(([id]) => id).join(','))}`);
    const found = items.map((one) => [one.indicator, one.numerator, one.denominator, one.value]);
    expect(found).toEqual(EXPECTED.map((line) => line.slice(0, 4)));
    expect(items.every((one) => one.status === 'live' && one.asOf === '2026-12-31')).toBe(true);
  });

  it('successful-members: behind each figure stand the people of the table', async () => {
    const found: Record<string, string> = {};
    for (const [id] of EXPECTED) found[id] = await sideOf(id, 'numerator');
    expect(found).toEqual(Object.fromEntries(EXPECTED.map(([id, , , , people]) => [id, people])));
    expect(await sideOf('smi.standard_management_rate', 'gap')).toBe('P03 P04 P08 P09');
    expect(await sideOf('smi.stability_rate', 'gap')).toBe('P03 P04 P06 P10');
    expect(await sideOf('smi.stability_rate', 'denominator')).toBe('P01 P02 P03 P04 P06 P07 P10');
  });

  it('successful-explain: the reasons add up to numerator and denominator', async () => {
    for (const [id, numerator, denominator] of EXPECTED) {
      const explained = await official.get(`/kpi/values/explain?${query(id)}`);
      const of = (side: string): number =>
        explained.reasons.filter((one) => one.side === side).reduce((sum, one) => sum + one.count, 0);
      expect(explained).toMatchObject({ value: { indicator: id, numerator } });
      expect([id, of('numerator')]).toEqual([id, numerator]);
      if (!POPULATION.includes(id)) expect([id, of('numerator') + of('denominator_only')]).toEqual([id, denominator]);
    }
  });

  it.each([
    [
      'smi.standard_management_rate',
      { standard_v2: 6, no_complete_follow_up: 2, gap_between_visits: 1, gap_at_end: 1, dead: 2 },
    ],
    [
      'smi.stability_rate',
      { stable: 3, last_visit_too_old: 1, last_not_stable: 3, not_home: 1, not_home_unmanaged: 2, dead: 2 },
    ],
    [
      'smi.medication_rate',
      {
        takes_medicine: 5,
        in_hospital_on_medicine: 1,
        none_needed: 1,
        last_not_taking: 1,
        no_complete_follow_up: 2,
        dead: 2,
      },
    ],
  ])('successful-explain: %s names who counts, who does not and why', async (id, expected) => {
    const { reasons } = await official.get(`/kpi/values/explain?${query(id)}`);
    expect(Object.fromEntries(reasons.map(({ code, count }) => [code, count]))).toEqual(expected);
  });

  it('successful-target: 80 % standard management is missed by two people', async () => {
    const target = {
      indicator: 'smi.standard_management_rate',
      plan: '年度计划',
      org: '990101000000',
      year: 2026,
      value: 80,
    };
    await official.put('/kpi/targets', [target]);
    const { items } = await official.get(`/kpi/values?${query('smi.standard_management_rate')}`);
    expect(items[0]).toMatchObject({ target: 80, met: false, headcountGap: 2 });
  });

  it('successful-recompute: counting everything again finds no difference', async () => {
    const { differences, cells } = await district.admin.post('/kpi/recompute');
    expect(differences).toEqual([]);
    expect(cells).toBeGreaterThan(100);
  });
});
