import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonthsClamped,
  ageOn,
  compareDates,
  daysBetween,
  earlierOf,
  earliestOf,
  endOfMonth,
  endOfYear,
  fromDayNumber,
  isIsoDate,
  isPartialIsoDate,
  isoDate,
  monthDistance,
  startOfMonth,
  startOfYear,
  toDayNumber,
  weekdayOf,
} from './iso-date.js';

const days = fc.integer({ min: -200_000, max: 800_000 });
const dates = days.map(fromDayNumber).filter((date) => isIsoDate(date));

describe('dates', () => {
  it.each(['2024-02-29', '2000-02-29', '1964-02-29', '2026-12-31', '1000-01-01'])('%s exists', (value) => {
    expect(isIsoDate(value)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '',
    null,
    20260101,
    '0999-01-01',
    '2026-01-01T00:00',
  ])('%j is no date', (value) => {
    expect(isIsoDate(value)).toBe(false);
  });

  it.each([
    ['2022', true],
    ['2022-06', true],
    ['2022-06-30', true],
    ['2022-13', false],
    ['2022-6', false],
    ['0022', false],
    ['', false],
    [2022, false],
  ])('partial date %j → %j', (value, good) => {
    expect(isPartialIsoDate(value)).toBe(good);
  });

  it('the earliest day of a partial date', () => {
    expect(['2022', '2022-06', '2022-06-30'].map(earliestOf)).toEqual(['2022-01-01', '2022-06-01', '2022-06-30']);
  });

  // smi.md 0.3
  it.each([
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s + %i months = %s', (date, months, expected) => {
    expect(addMonthsClamped(date, months)).toBe(expected);
  });

  it.each([
    ['2026-03-02', 14, '2026-03-16'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
  ])('%s + %i days = %s', (date, count, expected) => {
    expect(addDays(date, count)).toBe(expected);
  });

  it('month distance is year×12+month', () => {
    expect(monthDistance('2026-01-31', '2026-04-30')).toBe(3);
    expect(monthDistance('2026-01-05', '2026-06-05')).toBe(5);
    expect(monthDistance('2025-12-31', '2026-01-01')).toBe(1);
  });

  it('bounds of months and years', () => {
    expect([startOfYear('2026-05-06'), endOfYear('2026-05-06')]).toEqual(['2026-01-01', '2026-12-31']);
    expect([startOfMonth('2024-02-10'), endOfMonth('2024-02-10')]).toEqual(['2024-02-01', '2024-02-29']);
  });

  it.each([
    ['1970-01-01', 4],
    ['2026-03-02', 1],
    ['2026-11-23', 1],
    ['1969-12-28', 7],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it.each([
    ['1990-01-01', '2026-01-01', 36],
    ['1990-01-02', '2026-01-01', 35],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
  ])('born %s is on %s %i years old', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age);
  });

  it('order', () => {
    expect(['2026-01-02', '2025-12-31', '2026-01-02'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-02',
      '2026-01-02',
    ]);
    expect(earlierOf('2026-01-02', null)).toBe('2026-01-02');
    expect(earlierOf(null, null)).toBeNull();
    expect(earlierOf('2026-01-02', '2026-01-01')).toBe('2026-01-01');
  });

  it('day numbers agree with the platform calendar', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(toDayNumber(date) * 86_400_000).toBe(Date.parse(`${date}T00:00:00Z`));
        expect(fromDayNumber(toDayNumber(date))).toBe(date);
      }),
    );
  });

  it('adding days is undone by taking them away, and measured by daysBetween', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
      }),
    );
  });

  it('adding months always gives a day that exists, in the month meant', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 120 }), (date, months) => {
        const later = addMonthsClamped(date, months);
        expect(isIsoDate(later)).toBe(true);
        expect(monthDistance(date, later)).toBe(months);
        expect(later <= isoDate(9999, 12, 31)).toBe(true);
      }),
    );
  });
});
