import { describe, expect, it } from '@jest/globals';
import { changeKind, comparedWith, firstDayOf, lastDayOf, readPeriod, writePeriod } from './periods.js';

const TODAY = '2026-11-23';

describe('periods', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-01-15..2026-03-31', '2026-01-15', '2026-03-31'],
  ])('%s runs from %s to %s, and is written as it was read', (text, first, last) => {
    const period = readPeriod(text)!;
    expect([firstDayOf(period), lastDayOf(period), writePeriod(period)]).toEqual([first, last, text]);
  });

  it.each([
    ...['', '26', '2026-13', '2026-H3', '2026-Q5', '2026-1', '2026-01-01', 'x'],
    ...['2026-13-01..2026-13-31', '2026-01-01..2026-02-29'],
  ])('%p is none', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  it.each([
    ['2026-10', 'previous', '2026-09'],
    ['2026-01', 'previous', '2025-12'],
    ['2026-Q1', 'previous', '2025-Q4'],
    ['2026-H2', 'previous', '2026-H1'],
    ['2025', 'previous', '2024'],
    // Unfinished: last year up to the same month.
    ['2026', 'previous', '2025-11'],
    ['2026', 'last_year', '2025-11'],
    ['2026-Q4', 'last_year', '2025-11'],
    ['2026-Q3', 'last_year', '2025-Q3'],
    ['2026-10', 'last_year', '2025-10'],
    ['2026-03-01..2026-03-31', 'previous', '2026-01-29..2026-02-28'],
    ['2024-02-01..2024-02-29', 'last_year', '2023-02-01..2023-02-28'],
    ['2026', 'none', undefined],
    ['nonsense', 'previous', undefined],
  ] as const)('%s with "%s" is compared with %s', (period, comparison, expected) => {
    expect(comparedWith(period, TODAY, comparison)).toBe(expected);
  });

  it.each([
    ['2026', 'month', '2026-11'],
    ['2026', 'quarter', '2026-Q4'],
    ['2026-03', 'half', '2026-H1'],
    ['2025-05', 'year', '2025'],
    ['2026', 'range', '2026-01-01..2026-11-23'],
    ['2026-01-01..2026-05-10', 'month', '2026-05'],
  ] as const)('%s as %s is %s', (text, kind, expected) => {
    expect(writePeriod(changeKind(readPeriod(text)!, kind, TODAY))).toBe(expected);
  });
});
