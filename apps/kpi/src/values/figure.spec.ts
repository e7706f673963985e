import { describe, expect, it } from '@jest/globals';
import { byPrecedence, targetAt, type FigurePlace, type TargetRow } from './figure.js';

const ROW: TargetRow = {
  indicator: 'smi.management_rate',
  plan: 'b',
  area: '990101',
  year: 2025,
  value: 80,
  source: null,
  recordedAt: new Date('2026-01-05T00:00:00.000Z'),
};

function place(area: string, to: string): FigurePlace {
  return {
    org: area,
    area,
    period: to.slice(0, 4),
    window: { from: `${to.slice(0, 4)}-01-01`, to, open: false },
    part: 'all',
  };
}

describe('the target in force', () => {
  it.each<[string, Partial<TargetRow>, Partial<TargetRow>]>([
    ['the nearest area before the later year', { area: '990101001', year: 2024 }, { area: '990101', year: 2026 }],
    ['the later year before the later record', { year: 2026 }, { recordedAt: new Date('2026-02-01T00:00:00.000Z') }],
    [
      'the later record before the name of the plan',
      { plan: 'c', recordedAt: new Date('2026-01-05T00:00:00.001Z') },
      { plan: 'a' },
    ],
    ['the name of the plan', { plan: 'a' }, { plan: 'b' }],
  ])('goes by %s', (_, first, second) => {
    const [nearer, further] = [
      { ...ROW, ...first },
      { ...ROW, ...second },
    ];
    for (const targets of [
      [nearer, further],
      [further, nearer],
    ]) {
      expect(targetAt(place('990101001002', '2026-06-30'), ROW.indicator, targets.sort(byPrecedence))).toBe(nearer);
    }
  });

  it('is of the indicator, at or above the place, and of no later year', () => {
    const targets = [ROW];
    expect(targetAt(place('990101001', '2025-12-31'), ROW.indicator, targets)).toBe(ROW);
    expect(targetAt(place('990102001', '2025-12-31'), ROW.indicator, targets)).toBeUndefined();
    expect(targetAt(place('9901', '2025-12-31'), ROW.indicator, targets)).toBeUndefined();
    expect(targetAt(place('990101001', '2024-12-31'), ROW.indicator, targets)).toBeUndefined();
    expect(targetAt(place('990101001', '2025-12-31'), 'smi.reported_prevalence', targets)).toBeUndefined();
  });
});
