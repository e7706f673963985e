import { describe, expect, it } from '@jest/globals';
import type { Figure, Indicator } from '../../shared/kpi/figures.js';
import { inOrder, targetInForce, type Target } from './targets.js';

const INDICATORS = [{ id: 'smi.management_rate' }, { id: 'smi.lost_rate' }] as Indicator[];

function target(org: string, year: number, value: number, indicator = 'smi.management_rate'): Target {
  return { indicator, org, year, value, plan: 'p', source: null };
}

describe('targets', () => {
  const everywhere = target('', 2021, 80);
  const older = target('', 2020, 80);
  const county = target('990101000000', 2020, 85);
  const street = target('990101001000', 2019, 90);
  const other = target('', 2025, 1, 'smi.lost_rate');

  it('stand by indicator, the nearest area and then the latest year first', () => {
    const mixed = [other, older, everywhere, county, street];
    expect(inOrder(mixed, INDICATORS)).toEqual([street, county, everywhere, older, other]);
  });

  it('are in force once: the one before the others that holds the value compared with', () => {
    const ordered = inOrder([older, everywhere], INDICATORS);
    const figure = { indicator: 'smi.management_rate', target: 80 } as Figure;
    expect(targetInForce(ordered, figure)).toBe(everywhere);
    expect(targetInForce(ordered, { ...figure, target: null })).toBeUndefined();
  });
});
