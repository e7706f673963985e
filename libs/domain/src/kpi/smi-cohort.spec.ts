import { describe, expect, it } from '@jest/globals';
import { figureValue, judgeTarget } from './ratio.js';
import { cohort, someCase, someVisit } from './smi-cohort.fixture.js';
import { contribute } from './smi-contribution.js';
import { SMI_INDICATORS } from './smi-indicators.js';
import type { SmiSubject } from './smi-subject.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31', open: false };
const N = 2500;

function figure(id: string, subjects: readonly SmiSubject[], population: number | null = N, window = YEAR) {
  const entry = SMI_INDICATORS.find((indicator) => indicator.id === id);
  if (entry === undefined) throw new Error(id);
  const parts = subjects.map((subject) => contribute(subject, window).find((part) => part.indicator === id)!);
  const numerator = parts.reduce((sum, part) => sum + part.numerator, 0);
  const counted = parts.reduce((sum, part) => sum + part.denominator, 0);
  const denominator = entry.denominator === 'population' ? population : counted;
  return { numerator, denominator, value: figureValue(entry.unit, numerator, denominator) };
}

function whoCounts(id: string): string {
  const counting = cohort().filter(
    (subject) => contribute(subject, YEAR).find((part) => part.indicator === id)!.numerator > 0,
  );
  return counting.map((subject) => subject.caseId).join(' ');
}

describe('the synthetic cohort (smi.md 6.6)', () => {
  it.each([
    ['smi.reported_prevalence', 10, 2500, 4],
    ['smi.reported_prevalence_cdc', 11, 2500, 4.4],
    ['smi.management_rate', 8, 10, 80],
    ['smi.management_rate_cdc', 9, 11, 81.82],
    ['smi.standard_management_rate_v1', 7, 10, 70],
    ['smi.standard_management_rate', 6, 10, 60],
    ['smi.face_to_face_rate', 7, 10, 70],
    ['smi.medication_rate', 6, 10, 60],
    ['smi.medication_rate_managed', 6, 8, 75],
    ['smi.regular_medication_rate_l', 5, 10, 50],
    ['smi.regular_medication_rate', 4, 10, 40],
    ['smi.schizophrenia_medication_rate', 4, 5, 80],
    ['smi.schizophrenia_medication_rate_managed', 4, 4, 100],
    ['smi.schizophrenia_regular_medication_rate_l', 3, 5, 60],
    ['smi.schizophrenia_regular_medication_rate', 2, 5, 40],
    ['smi.stability_rate', 3, 7, 42.86],
    ['smi.stability_rate_broad', 5, 7, 71.43],
    ['smi.physical_exam_rate', 5, 10, 50],
    ['smi.physical_exam_rate_managed', 5, 8, 62.5],
    ['smi.incident_rate', 1, 10, 10],
    ['smi.minor_disturbance_rate', 1, 10, 10],
    ['smi.rehabilitation_rate', 2, 7, 28.57],
    ['smi.lost_rate', 1, 10, 10],
  ])('%s is %d of %d, %d', (id, numerator, denominator, value) => {
    expect(figure(id, cohort())).toEqual({ numerator, denominator, value });
  });

  it.each([
    ['smi.management_rate', 'P01 P02 P03 P04 P05 P06 P07 P10'],
    ['smi.standard_management_rate_v1', 'P01 P02 P04 P05 P06 P07 P10'],
    ['smi.standard_management_rate', 'P01 P02 P05 P06 P07 P10'],
    ['smi.face_to_face_rate', 'P01 P02 P04 P05 P06 P07 P10'],
    ['smi.medication_rate', 'P01 P02 P03 P05 P07 P10'],
    ['smi.regular_medication_rate_l', 'P01 P02 P05 P07 P10'],
    ['smi.regular_medication_rate', 'P01 P05 P07 P10'],
    ['smi.stability_rate', 'P01 P02 P07'],
    ['smi.stability_rate_broad', 'P01 P02 P03 P07 P10'],
    ['smi.rehabilitation_rate', 'P01 P10'],
  ])('%s counts %s', (id, people) => {
    expect(whoCounts(id)).toBe(people);
  });

  it('has no prevalence without a population figure', () => {
    expect(figure('smi.reported_prevalence', cohort(), null)).toEqual({
      numerator: 10,
      denominator: null,
      value: null,
    });
  });

  it('misses 80 % standard management by two people', () => {
    expect(judgeTarget('percent', 'higher', 6, 10, 80)).toEqual({ met: false, headcountGap: 2 });
  });
});

describe('the conflicts (smi.md 6.4)', () => {
  it('C1: deaths leave the register; the second reading keeps those of the period, not older ones', () => {
    const dead = (deathDate: string) => someCase({ status: 'dead', deathDate, visits: [someVisit('2026-02-01')] });
    const people = [someCase(), dead('2026-05-01'), dead('2025-05-01')];
    expect(figure('smi.management_rate', people).denominator).toBe(1);
    expect(figure('smi.management_rate_cdc', people).denominator).toBe(2);
    expect(figure('smi.management_rate_cdc', people).numerator).toBe(1);
  });

  it('C2: medication is over the register; the managed reading is a figure of its own', () => {
    const people = [someCase(), someCase({ visits: [someVisit('2026-02-01', { adherence: 2 })] })];
    expect(figure('smi.medication_rate', people)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(figure('smi.medication_rate_managed', people)).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('C3: strict, broad and over-registered stability', () => {
    const at = (day: string, stability: number) => someCase({ visits: [someVisit(day, { stability })] });
    const people = [at('2026-11-01', 3), at('2026-11-01', 2), at('2026-09-30', 3), someCase()];
    expect(figure('smi.stability_rate', people)).toMatchObject({ numerator: 1, denominator: 3 });
    expect(figure('smi.stability_rate_broad', people)).toMatchObject({ numerator: 2, denominator: 3 });
    expect(figure('smi.stability_rate_registered', people)).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it('C4: management is over the register, not over one per cent of the population', () => {
    expect(figure('smi.management_rate', [someCase({ visits: [someVisit('2026-02-01')] })], 1_000_000)).toMatchObject({
      denominator: 1,
      value: 100,
    });
  });
});
