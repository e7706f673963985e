import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ValueService, type Value } from '#contracts';
import type { CallContext } from '#observability';
import { signInAs } from '#testing';
import { cohort } from './cohort.js';
import { caseEvent, KpiNode, orgEvent, populationEvent, visitEvent } from './kpi-node.js';

jest.setTimeout(120_000);

const COMMUNITY = '990101001001';
const EXPECTED: Readonly<Record<string, readonly [number, number, number]>> = {
  'smi.reported_prevalence': [10, 2500, 4],
  'smi.reported_prevalence_cdc': [11, 2500, 4.4],
  'smi.management_rate': [8, 10, 80],
  'smi.management_rate_cdc': [9, 11, 81.82],
  'smi.standard_management_rate_v1': [7, 10, 70],
  'smi.standard_management_rate': [6, 10, 60],
  'smi.face_to_face_rate': [7, 10, 70],
  'smi.medication_rate': [6, 10, 60],
  'smi.regular_medication_rate_l': [5, 10, 50],
  'smi.regular_medication_rate': [4, 10, 40],
  'smi.schizophrenia_medication_rate': [4, 5, 80],
  'smi.schizophrenia_regular_medication_rate': [2, 5, 40],
  'smi.schizophrenia_regular_medication_rate_l': [3, 5, 60],
  'smi.stability_rate': [3, 7, 42.86],
  'smi.stability_rate_broad': [5, 7, 71.43],
  'smi.physical_exam_rate': [5, 10, 50],
  'smi.incident_rate': [1, 10, 10],
  'smi.minor_disturbance_rate': [1, 10, 10],
  'smi.rehabilitation_rate': [2, 7, 28.57],
  'smi.lost_rate': [1, 10, 10],
};
const IDS = Object.keys(EXPECTED);

describe('the synthetic cohort (smi.md 6.6) through the service', () => {
  let kpi: KpiNode;

  beforeAll(async () => {
    kpi = await KpiNode.start('2026-12-31');
    await kpi.apply(['990101000000', '990101001000', COMMUNITY].map((code) => orgEvent(code)));
    await kpi.apply([populationEvent('990101000000', 2025, 2500)]);
    for (const subject of cohort(COMMUNITY)) {
      await kpi.apply([caseEvent(kpi, subject), ...subject.visits.map((visit) => visitEvent(subject, visit))]);
    }
  });
  afterAll(() => kpi.close());

  function figures(values: readonly Value[]): object {
    return Object.fromEntries(values.map((one) => [one.indicator, [one.numerator, one.denominator, one.value]]));
  }

  it.each(['2026', '2026-H2', '2026-Q4', '2026-12', '2026-01-01..2026-12-31'])(
    'comes out exactly for %s',
    async (period) => {
      expect(figures(await kpi.values(IDS, '990101', period))).toEqual(EXPECTED);
    },
  );

  it('comes out the same after the year has ended, and when counted from the cases', async () => {
    await kpi.rollTo('2027-02-10');
    expect(figures(await kpi.values(IDS, '990101', '2026'))).toEqual(EXPECTED);
    const cell = await kpi.values(IDS, '990101', '2026-01-01..2026-12-31');
    const counted = await kpi.values(IDS, '990101', '2025-12-31..2026-12-31');
    expect(cell.find((one) => one.indicator === 'smi.management_rate')).toMatchObject({
      numerator: 8,
      denominator: 10,
    });
    expect(counted.find((one) => one.indicator === 'smi.management_rate')).toMatchObject({
      numerator: 8,
      denominator: 10,
    });
    await kpi.rollTo('2026-12-31');
  });

  it('answers every level by its own code or prefix', async () => {
    for (const org of ['99', '9901', '990101', '990101000000', '990101001', '990101001000', COMMUNITY]) {
      const [value] = await kpi.values(['smi.management_rate'], org, '2026', {}, kpi.admin);
      expect(value).toMatchObject({
        org,
        numerator: 8,
        denominator: 10,
        value: 80,
        status: 'live',
        definitionVersion: 1,
      });
    }
  });

  it('has null, never 0, where no population is known', async () => {
    const [street] = await kpi.values(['smi.reported_prevalence'], '990101001', '2026');
    expect([street!.numerator, street!.denominator, street!.value]).toEqual([10, undefined, undefined]);
    const [empty] = await kpi.values(['smi.management_rate'], '990101002', '2026');
    expect([empty!.numerator, empty!.denominator, empty!.value]).toEqual([0, 0, undefined]);
  });

  it('takes the year-end before the period, else the period’s own year, else nothing', async () => {
    const of = async (period: string) =>
      (await kpi.values(['smi.reported_prevalence'], '990101', period))[0]!.denominator;
    expect(await of('2026')).toBe(2500);
    expect(await of('2025')).toBe(2500);
    expect(await of('2024')).toBeUndefined();
    await kpi.apply([populationEvent('990101000000', 2024, 2400), populationEvent('990101000000', 2025, 2500, 1)]);
    expect(await of('2025')).toBe(2400);
    expect(await of('2026')).toBe(2500);
  });

  it('sums the communities where a street has no figure of its own', async () => {
    await kpi.apply([orgEvent('990101001002', { urbanRural: '220' }), populationEvent(COMMUNITY, 2025, 1500)]);
    const street = async () => (await kpi.values(['smi.reported_prevalence'], '990101001', '2026'))[0]!.denominator;
    expect(await street()).toBeUndefined();
    await kpi.apply([populationEvent('990101001002', 2025, 1000)]);
    expect(await street()).toBe(2500);
    const parts = await kpi.values(['smi.reported_prevalence'], '990101001', '2026', { breakdown: 'urban_rural' });
    expect(parts.map((one) => [one.part, one.numerator, one.denominator])).toEqual([
      ['urban', 0, undefined],
      ['rural', 0, 1000],
      ['unknown', 10, 1500],
    ]);
  });

  it('lists the months that have begun, each from 1 January', async () => {
    const months = await kpi.values(['smi.management_rate'], '990101', '2026', { breakdown: 'months' });
    expect(months.map((one) => one.period)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
    );
    // P01 P03 P06 P10 and P12, who was still alive.
    expect(months[0]).toMatchObject({ numerator: 5, denominator: 10, from: '2026-01-01', to: '2026-01-31' });
    expect(months[11]).toMatchObject({ numerator: 8, denominator: 10 });
    const [march] = await kpi.values(['smi.management_rate'], '990101', '2026-03');
    expect(months[2]).toMatchObject({ numerator: march!.numerator, denominator: march!.denominator });
  });

  it('measures to asOf, in a cell or counted from the cases', async () => {
    const at = async (asOf: string) => (await kpi.values(['smi.management_rate'], '990101', '2026', { asOf }))[0]!;
    expect(await at('2026-01-31')).toMatchObject({ numerator: 5, denominator: 10, asOf: '2026-01-31' });
    expect(await at('2026-01-15')).toMatchObject({
      numerator: 4,
      denominator: 10,
      asOf: '2026-01-15',
      to: '2026-01-15',
    });
    expect(await at('2026-09-08')).toMatchObject({ numerator: 8, denominator: 10 });
    expect(await at('2026-09-09')).toMatchObject({ numerator: 7, denominator: 9 });
  });

  it('explains who counts and who does not', async () => {
    const request = { indicator: 'smi.standard_management_rate', org: '990101', period: '2026' };
    const { value, reasons } = await kpi.rpc.call(ValueService.method.explain, request, kpi.official);
    expect(value).toMatchObject({ numerator: 6, denominator: 10 });
    expect(reasons.map(({ side, code, count }) => [side, code, count])).toEqual([
      ['numerator', 'standard_v2', 6],
      ['denominator_only', 'no_complete_follow_up', 2],
      ['denominator_only', 'gap_between_visits', 1],
      ['denominator_only', 'gap_at_end', 1],
      ['excluded', 'dead', 2],
    ]);
    expect(reasons.every((reason) => reason.textZh !== '' && reason.textEn !== '' && reason.clause !== '')).toBe(true);
  });

  it('compares with the nearest target of the latest year, by the unrounded ratio', async () => {
    const target = (org: string, year: number, value: number, plan = '年度计划') => {
      return { indicator: 'smi.standard_management_rate', plan, org, year, value };
    };
    const read = async (org: string, plan?: string) =>
      (await kpi.values(['smi.standard_management_rate'], org, '2026', plan === undefined ? {} : { plan }))[0]!;
    expect(await read('990101')).toMatchObject({ target: 80, met: false, headcountGap: 2 });
    const targets = [
      target('990101000000', 2026, 60),
      target('990101000000', 2027, 99),
      target('990101001000', 2025, 65),
    ];
    await kpi.rpc.call(ValueService.method.putTargets, { targets }, kpi.official);
    expect(await read('990101')).toMatchObject({ target: 60, met: true, headcountGap: 0 });
    expect(await read(COMMUNITY)).toMatchObject({ target: 65, met: false, headcountGap: 1 });
    expect(await read('990101', 'national-pilot-2021')).toMatchObject({ target: 80 });
    expect((await read('990101', 'nobody knows it')).target).toBeUndefined();
    const listed = await kpi.rpc.call(ValueService.method.listTargets, { org: '990101', year: 2026 }, kpi.official);
    expect(listed.items).toEqual([expect.objectContaining({ org: '990101000000', year: 2026, value: 60 })]);
  });

  it('keep what they were, since when, and who set them; the same again is no change', async () => {
    const key = { indicator: 'smi.face_to_face_rate', plan: '面访计划', org: '990101000000', year: 2026 };
    for (const value of [70, 75, 75, 80]) {
      const targets = [{ ...key, value, source: `文件${String(value)}` }];
      await kpi.rpc.call(ValueService.method.putTargets, { targets }, kpi.official);
    }
    const history = (caller: CallContext) => kpi.rpc.call(ValueService.method.listTargetHistory, key, caller);
    const { items } = await history(kpi.official);
    expect(items.map(({ value, source }) => [value, source])).toEqual([
      [80, '文件80'],
      [75, '文件75'],
      [70, '文件70'],
    ]);
    expect(items.every(({ actor, recordedAt }) => actor === kpi.official.caller.id && recordedAt !== '')).toBe(true);
    const elsewhere = signInAs(kpi.node, { roles: ['district_official'], scopes: ['990102'] });
    await expect(history(elsewhere)).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
  });

  it.each([
    [{ indicators: ['smi.nothing'] }, 'indicator', 'KPI.INDICATOR.UNKNOWN'],
    [{ indicators: [] }, 'indicator', 'FIELD.REQUIRED'],
    [{ org: '9901010' }, 'org', 'FIELD.INVALID'],
    [{ org: "99'or'1" }, 'org', 'FIELD.INVALID'],
    [{ period: '2026-13' }, 'period', 'KPI.PERIOD.INVALID'],
    [{ period: '2027' }, 'period', 'KPI.PERIOD.NOT_BEGUN'],
    [{ asOf: '2027-01-01' }, 'asOf', 'KPI.AS_OF.IN_FUTURE'],
    [{ asOf: '2025-12-31' }, 'asOf', 'KPI.AS_OF.BEFORE_PERIOD'],
    [{ asOf: '2026-02-30' }, 'asOf', 'FIELD.DATE'],
    [{ breakdown: 'people' }, 'breakdown', 'FIELD.CODE'],
  ])('refuses %j', async (change, field, code) => {
    const request = {
      indicators: ['smi.management_rate'],
      org: '990101',
      period: '2026',
      breakdown: 'none',
      ...change,
    };
    const asked = kpi.rpc.call(ValueService.method.getValues, request, kpi.official);
    await expect(asked).rejects.toMatchObject({
      code: 'COMMON.VALIDATION_FAILED',
      options: { errors: [{ field, code }] },
    });
  });

  it('refuses targets that make no sense, as a whole', async () => {
    const good = { indicator: 'smi.management_rate', plan: 'p', org: '990101', year: 2026, value: 90 };
    const bad = [{ indicator: 'x' }, { value: 101 }, { value: -1 }, { year: 1999 }, { plan: ' ' }, { org: '99010' }];
    for (const change of bad) {
      const targets = [good, { ...good, ...change }];
      const put = kpi.rpc.call(ValueService.method.putTargets, { targets }, kpi.official);
      await expect(put).rejects.toMatchObject({ code: 'COMMON.VALIDATION_FAILED' });
    }
    const foreign = kpi.rpc.call(
      ValueService.method.putTargets,
      { targets: [{ ...good, org: '990102' }] },
      kpi.official,
    );
    await expect(foreign).rejects.toMatchObject({ code: 'COMMON.NOT_FOUND' });
    const listed = await kpi.rpc.call(ValueService.method.listTargets, { org: '990101', year: 2026 }, kpi.official);
    expect(listed.items.some((row) => row.plan === 'p')).toBe(false);
  });

  it('shows nobody figures outside their area, nor without the right', async () => {
    const worker = signInAs(kpi.node, { roles: ['community_worker'], scopes: [COMMUNITY] });
    expect(await kpi.values(['smi.management_rate'], COMMUNITY, '2026', {}, worker)).toHaveLength(1);
    for (const org of ['990101', '990101001', '990101001002', '990102']) {
      await expect(kpi.values(['smi.management_rate'], org, '2026', {}, worker)).rejects.toMatchObject({
        code: 'COMMON.NOT_FOUND',
      });
    }
    const counsellor = signInAs(kpi.node, { roles: ['counsellor'], scopes: ['990101'] });
    await expect(kpi.values(['smi.management_rate'], '990101', '2026', {}, counsellor)).rejects.toMatchObject({
      code: 'COMMON.FORBIDDEN',
    });
  });

  it('counts what lies before the first cells from the cases', async () => {
    // The demonstration of the cohort begins in 2024, as the cells of a node that started in 2026 do.
    const early = {
      ...cohort(COMMUNITY)[0]!,
      fileBuiltOn: '2021-05-04',
      orgs: [{ org: '990101001003', from: '2021-01-01' }],
    };
    await kpi.apply([orgEvent('990101001003'), caseEvent(kpi, early)]);
    const of = async (period: string) =>
      (await kpi.values(['smi.management_rate'], '990101001003', period))[0]!.denominator;
    expect([await of('2020'), await of('2021-Q1'), await of('2021'), await of('2023-06')]).toEqual([0, 0, 1, 1]);
    const months = await kpi.values(['smi.management_rate'], '990101001003', '2021', { breakdown: 'months' });
    expect(months.map(({ denominator }) => denominator)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
