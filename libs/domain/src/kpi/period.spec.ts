import { describe, expect, it } from '@jest/globals';
import { cellMonth, measureWindow, monthsOf, monthWindow, parsePeriod, type MeasureWindow } from './period.js';
import { monthOrdinal } from './report-month.js';

const TODAY = '2026-11-23';

function windowOf(text: string, asOf?: string): MeasureWindow | string {
  const period = parsePeriod(text);
  return period === undefined ? 'unreadable' : measureWindow(period, TODAY, asOf);
}

describe('parsePeriod', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', '2026-01-01'],
    ['2026-H1', '2026-01-01', '2026-06-30', '2026-01-01'],
    ['2026-H2', '2026-07-01', '2026-12-31', '2026-01-01'],
    ['2026-Q3', '2026-07-01', '2026-09-30', '2026-01-01'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-01-01'],
    ['2026-02-10..2026-03-31', '2026-02-10', '2026-03-31', '2026-02-10'],
    ['2025-11-01..2026-02-28', '2025-11-01', '2026-02-28', '2025-11-01'],
  ])('%s covers %s to %s, measured from %s', (text, firstDay, lastDay, from) => {
    expect(parsePeriod(text)).toMatchObject({ text, firstDay, lastDay, from });
  });

  it.each([
    ['26'],
    ['2026-13'],
    ['2026-00'],
    ['2026-Q5'],
    ['2026-H3'],
    ['2026-H0'],
    ['2026-1'],
    ['2026-03-01'],
    ['2026-02-29..2026-03-31'],
    ['2026-03-31..2026-03-01'],
    ['2026-01-01..2026-02-01..2026-03-01'],
    ['2026-01..2026-03'],
    ['..'],
    [''],
    ['0026'],
    [' 2026'],
  ])('refuses %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('measureWindow', () => {
  it('runs a named period from 1 January to its end', () => {
    expect(windowOf('2026-Q2')).toEqual({ from: '2026-01-01', to: '2026-06-30', open: false });
    expect(windowOf('2026-Q2')).toEqual(windowOf('2026-06'));
    expect(windowOf('2026-H1')).toEqual(windowOf('2026-06'));
    expect(windowOf('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31', open: false });
  });

  it('measures an unfinished period to today', () => {
    expect(windowOf('2026')).toEqual({ from: '2026-01-01', to: TODAY, open: true });
    expect(windowOf('2026-Q4')).toEqual(windowOf('2026-11'));
    expect(windowOf('2026-11-01..2026-12-31')).toEqual({ from: '2026-11-01', to: TODAY, open: true });
  });

  it('measures to asOf, and refuses what cannot be measured', () => {
    expect(windowOf('2026', '2026-04-30')).toEqual({ from: '2026-01-01', to: '2026-04-30', open: false });
    expect(windowOf('2026', TODAY)).toEqual({ from: '2026-01-01', to: TODAY, open: true });
    expect(windowOf('2026', '2026-11-24')).toBe('as_of_in_future');
    expect(windowOf('2026-12')).toBe('not_begun');
    expect(windowOf('2026-Q2', '2026-03-31')).toBe('as_of_before_period');
  });
});

describe('cells', () => {
  it.each([
    ['2026', undefined, '2026-11'],
    ['2026-Q1', undefined, '2026-03'],
    ['2026-01-01..2026-03-31', undefined, '2026-03'],
    ['2026', '2026-04-30', '2026-04'],
    ['2026', '2026-04-29', undefined],
    ['2026-02-01..2026-03-31', undefined, undefined],
    ['2025-01-01..2026-03-31', undefined, undefined],
  ])('%s as of %s is held by %s', (text, asOf, month) => {
    const window = windowOf(text, asOf);
    expect(typeof window === 'string' ? window : cellMonth(window)).toBe(month);
  });

  it('hold 1 January to the end of the month, or today', () => {
    expect(monthWindow(monthOrdinal('2026-03-15'), TODAY)).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
      open: false,
    });
    expect(monthWindow(monthOrdinal(TODAY), TODAY)).toEqual({ from: '2026-01-01', to: TODAY, open: true });
    expect(monthWindow(monthOrdinal('2026-12-01'), TODAY)).toBeUndefined();
  });

  it('list the months that have begun', () => {
    expect(monthsOf(parsePeriod('2026')!, TODAY).map((month) => month.text)).toHaveLength(11);
    expect(monthsOf(parsePeriod('2026-Q2')!, TODAY).map((month) => month.text)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
    expect(monthsOf(parsePeriod('2026-02-10..2026-03-31')!, TODAY).map((month) => month.text)).toEqual([
      '2026-02-10..2026-02-28',
      '2026-02-10..2026-03-31',
    ]);
  });
});
