import { describe, expect, it } from '@jest/globals';
import {
  changeOf,
  headsToLookAt,
  mainIndicators,
  mainReadingOf,
  sideToLookAt,
  standingOf,
  worstFirst,
  type Figure,
  type Indicator,
} from './figures.js';

const FIGURE = {
  ...{ indicator: 'smi.management_rate', org: '990101000000', period: '2026', unit: 'percent', status: 'live' },
  ...{ numerator: 80, denominator: 100, value: 80, target: 85, met: false, headcountGap: 5, definitionVersion: 1 },
  ...{ asOf: '2026-11-23', part: null, from: '2026-01-01', to: '2026-11-23' },
} as Figure;
const INDICATOR = { id: 'smi.management_rate', better: 'higher' } as Indicator;
const figure = (change: Partial<Figure>): Figure => ({ ...FIGURE, ...change });

describe('figures', () => {
  it.each([
    [{ value: 85, met: true }, 'met'],
    [{ value: 81 }, 'near'],
    [{ value: 80 }, 'missed'],
    [{ target: null, met: null }, 'no_target'],
    [{ value: null, denominator: 0 }, 'not_applicable'],
    [{ value: null, denominator: null }, 'missing'],
    [{ value: 5.1, target: 5, met: false }, 'near'],
  ] as const)('%j stands as %s', (change, standing) => {
    expect(standingOf(figure(change))).toBe(standing);
  });

  it('change for the better or for the worse, by what is better', () => {
    expect(changeOf(FIGURE, figure({ value: 78.8 }), 'higher')).toEqual({ by: 1.2, direction: 'better' });
    expect(changeOf(FIGURE, figure({ value: 78.8 }), 'lower')).toEqual({ by: 1.2, direction: 'worse' });
    expect(changeOf(FIGURE, FIGURE, 'lower')).toEqual({ by: 0, direction: 'same' });
    expect(changeOf(FIGURE, figure({ value: null }), 'higher')).toBeUndefined();
    expect(changeOf(FIGURE, undefined, 'higher')).toBeUndefined();
  });

  it('tell second readings from the indicators they read', () => {
    const all = ['smi.rate', 'smi.rate_v0', 'smi.other_rate', 'smi.rate_v0_x'].map((id) => ({ id }) as Indicator);
    expect(mainIndicators(all).map(({ id }) => id)).toEqual(['smi.rate', 'smi.other_rate']);
    expect(mainReadingOf('smi.rate_v0_x', all)).toBe('smi.rate_v0');
  });

  it('name the list of people to look at', () => {
    expect([sideToLookAt(INDICATOR, FIGURE), headsToLookAt(INDICATOR, FIGURE)]).toEqual(['gap', 20]);
    const lower = { ...INDICATOR, better: 'lower' } as Indicator;
    expect([sideToLookAt(lower, FIGURE), headsToLookAt(lower, FIGURE)]).toEqual(['numerator', 80]);
    expect(sideToLookAt(INDICATOR, figure({ denominator: null }))).toBe('numerator');
  });

  it('stand worst first, those without a value last', () => {
    const list = [figure({ value: 90 }), figure({ value: null }), figure({ value: 70 })];
    expect([...list].sort(worstFirst('higher')).map(({ value }) => value)).toEqual([70, 90, null]);
    expect([...list].sort(worstFirst('lower')).map(({ value }) => value)).toEqual([90, 70, null]);
  });
});
