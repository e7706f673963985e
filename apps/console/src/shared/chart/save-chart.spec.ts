import { describe, expect, it } from '@jest/globals';
import { asCsv } from './save-chart.js';

function csv(...row: (string | number | null)[]): string {
  return (
    decodeURIComponent(
      asCsv({ columns: ['a'], rows: [row] })
        .split(',')
        .slice(1)
        .join(','),
    ).split('\r\n')[1] ?? ''
  );
}

describe('the figures of a chart as a file', () => {
  it('begin with the mark by which Excel knows the characters', () => {
    expect(decodeURIComponent(asCsv({ columns: ['街道'], rows: [] }))).toContain('\uFEFF街道');
  });

  it.each([
    [['和平街道', 82.69, null], '和平街道,82.69,'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
    [['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x"],
    [[-1, 0], '-1,0'],
  ])('%j', (row, line) => {
    expect(csv(...row)).toBe(line);
  });
});
