import { describe, expect, it } from '@jest/globals';
import { rollUpPopulation, type PopulationUnit } from './population-roll-up.js';

const UNITS: readonly PopulationUnit[] = [
  { area: '990101', part: 'unknown' },
  { area: '990101001', part: 'unknown' },
  { area: '990101001001', part: 'urban' },
  { area: '990101001201', part: 'rural' },
  { area: '990101002', part: 'unknown' },
  { area: '990101002001', part: 'urban' },
];

function of(given: Record<string, number>, area: string): Record<string, number> {
  const cells = rollUpPopulation(UNITS, new Map(Object.entries(given))).filter((cell) => cell.area === area);
  return Object.fromEntries(cells.map((cell) => [cell.part, cell.resident]));
}

describe('rollUpPopulation', () => {
  const all = { '990101001001': 100, '990101001201': 40, '990101002001': 60 };

  it('sums complete areas level by level, in parts', () => {
    expect(of(all, '990101001')).toEqual({ all: 140, urban: 100, rural: 40 });
    expect(of(all, '990101')).toEqual({ all: 200, urban: 160, rural: 40 });
    expect(of(all, '99')).toEqual({ all: 200, urban: 160, rural: 40 });
  });

  it('leaves a sum open when one part is missing', () => {
    const { '990101001201': _, ...without } = all;
    expect(of(without, '990101001')).toEqual({});
    expect(of(without, '990101')).toEqual({});
    expect(of(without, '990101002')).toEqual({ all: 60, urban: 60 });
  });

  it('prefers the figure given for the area', () => {
    expect(of({ ...all, '990101': 250 }, '990101')).toEqual({ all: 250, urban: 160, rural: 40 });
    expect(of({ '990101': 250 }, '990101')).toEqual({ all: 250 });
    expect(of({ '990101001': 140, '990101002': 60 }, '990101')).toEqual({ all: 200 });
  });

  it('counts a figure for a unit the tree does not know', () => {
    expect(of({ '990102': 10 }, '9901')).toEqual({});
    expect(of({ '990102': 10, '990101': 5 }, '9901')).toEqual({ all: 15 });
  });
});
