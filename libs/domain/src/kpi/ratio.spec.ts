import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figureValue, judgeTarget } from './ratio.js';

/** smi.md 6.5 and service-system.md B.3: counts as printed, percentages recomputed. */
const NATIONAL: readonly (readonly [string, 'percent' | 'permille', number, number, number])[] = [
  ['2015 prevalence', 'permille', 4_921_505, 1_362_466_686, 3.61],
  ['2015 management', 'percent', 4_252_022, 4_921_505, 86.4],
  ['2015 standard', 'percent', 2_211_835, 4_921_505, 44.94],
  ['2015 medication over managed', 'percent', 2_071_111, 4_252_022, 48.71],
  ['2015 regular over managed', 'percent', 1_293_133, 4_252_022, 30.41],
  ['2015 stable', 'percent', 2_547_824, 4_155_963, 61.31],
  ['2016 management', 'percent', 4_873_977, 5_401_150, 90.24],
  ['2016 standard', 'percent', 3_665_720, 5_401_150, 67.87],
  ['2016 medication over managed', 'percent', 2_528_143, 4_873_977, 51.87],
  ['2016 regular over managed', 'percent', 1_594_562, 4_873_977, 32.72],
  ['2016 stable', 'percent', 3_265_761, 4_754_801, 68.68],
  ['2017 prevalence', 'permille', 5_806_352, 1_370_784_400, 4.24],
  ['2017 management', 'percent', 5_380_249, 5_806_352, 92.66],
  ['2017 standard', 'percent', 4_346_103, 5_806_352, 74.85],
  ['2017 medication', 'percent', 4_035_323, 5_806_352, 69.5],
  ['2017 regular', 'percent', 2_012_074, 5_806_352, 34.65],
  ['2017 stable', 'percent', 3_924_101, 5_231_235, 75.01],
  ['2017 stable over registered (the trap of B.3)', 'percent', 3_924_101, 5_806_352, 67.58],
  ['2018 prevalence', 'permille', 5_994_054, 1_379_837_956, 4.34],
  ['2018 management', 'percent', 5_688_164, 5_994_054, 94.9],
  ['2018 standard', 'percent', 4_956_545, 5_994_054, 82.69],
  ['2018 medication', 'percent', 4_873_322, 5_994_054, 81.3],
  ['2018 regular', 'percent', 2_504_323, 5_994_054, 41.78],
  ['2018 stable', 'percent', 4_426_558, 5_492_261, 80.6],
  ['2020 prevalence', 'permille', 6_430_587, 1_396_537_459, 4.6],
  ['2020 management', 'percent', 6_116_599, 6_430_587, 95.12],
  ['2020 standard', 'percent', 5_724_019, 6_430_587, 89.01],
  ['2020 medication', 'percent', 5_648_162, 6_430_587, 87.83],
  ['2020 regular', 'percent', 4_426_498, 6_430_587, 68.84],
  ['2020 stable', 'percent', 5_277_746, 5_474_881, 96.4],
  ['Fuzhou 2018 medication', 'percent', 22_989, 30_362, 75.72],
  ['Fuzhou 2018 regular', 'percent', 17_509, 30_362, 57.67],
];

describe('figureValue', () => {
  it.each(NATIONAL)('prints the national figure of %s', (_name, unit, numerator, denominator, printed) => {
    expect(figureValue(unit, numerator, denominator)).toBe(printed);
  });

  it('rounds half up, exactly at the half', () => {
    expect(figureValue('percent', 1, 800)).toBe(0.13); // 0.125
    expect(figureValue('percent', 201, 20_000)).toBe(1.01); // 1.005, which a double holds as 1.00499…
    expect(figureValue('percent', 1, 3)).toBe(33.33);
    expect(figureValue('percent', 2, 3)).toBe(66.67);
  });

  it('answers null, never 0 or 100, when the denominator is 0 or a part is missing', () => {
    expect(figureValue('percent', 0, 0)).toBeNull();
    expect(figureValue('permille', 3, null)).toBeNull();
    expect(figureValue('percent', null, 7)).toBeNull();
    expect(figureValue('percent', 0, 7)).toBe(0);
  });

  it('stays within half a hundredth of the exact ratio', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_400_000_000 }), fc.nat(), (denominator, raw) => {
        const numerator = raw % (denominator + 1);
        const shown = BigInt(Math.round((figureValue('percent', numerator, denominator) ?? -1) * 100));
        const distance = shown * BigInt(denominator) * 2n - BigInt(numerator) * 20_000n;
        expect(distance > -BigInt(denominator) && distance <= BigInt(denominator)).toBe(true);
      }),
    );
  });
});

describe('judgeTarget', () => {
  it('compares the unrounded ratio and takes the ceiling for heads (service-system.md A5 11)', () => {
    expect(judgeTarget('percent', 'higher', 142, 237, 60)).toEqual({ met: false, headcountGap: 1 });
    expect(judgeTarget('percent', 'higher', 143, 237, 60)).toEqual({ met: true, headcountGap: 0 });
  });

  it('finds the 2017 standard management 298,979 short of 80 % (service-system.md B.3)', () => {
    const verdict = judgeTarget('percent', 'higher', 4_346_103, 5_806_352, 80);
    expect(verdict).toEqual({ met: false, headcountGap: 298_979 });
    expect(judgeTarget('percent', 'higher', 4_956_545, 5_994_054, 80)?.met).toBe(true);
  });

  it('does not let a rounded figure pass: 79.995 % shows 80.00 and is not met', () => {
    expect(figureValue('percent', 15_999, 20_000)).toBe(80);
    expect(judgeTarget('percent', 'higher', 15_999, 20_000, 80)).toEqual({ met: false, headcountGap: 1 });
  });

  it('reads decimals of a target exactly', () => {
    expect(judgeTarget('permille', 'higher', 45, 10_000, 4.5)).toEqual({ met: true, headcountGap: 0 });
    expect(judgeTarget('percent', 'higher', 3, 1000, 0.3)).toEqual({ met: true, headcountGap: 0 });
  });

  it('counts who is too many where lower is better', () => {
    expect(judgeTarget('percent', 'lower', 3, 100, 1.5)).toEqual({ met: false, headcountGap: 2 });
    expect(judgeTarget('percent', 'lower', 1, 100, 1.5)).toEqual({ met: true, headcountGap: 0 });
  });

  it('has nothing to say without a denominator', () => {
    expect(judgeTarget('percent', 'higher', 0, 0, 80)).toBeNull();
    expect(judgeTarget('permille', 'higher', 10, null, 4)).toBeNull();
  });
});
