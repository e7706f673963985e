import { describe, expect, it } from '@jest/globals';
import { weekdayOf } from './iso-date.js';
import { HOLIDAY_YEARS, STATE_CALENDAR, calendarOf } from './public-holidays.js';
import { addWorkingDays, isWorkingDay } from './working-calendar.js';

describe('public holidays (smi.md 0.3)', () => {
  it.each(HOLIDAY_YEARS.flatMap(({ year, entries }) => entries.map((entry) => [year, entry.nameZh, entry] as const)))(
    '%i %s lies in its year, runs forward and is worked for on week-ends only',
    (year, _name, { from, to, makeUpDays }) => {
      expect(from <= to).toBe(true);
      for (const day of [from, to, ...makeUpDays]) expect(day.slice(0, 4)).toBe(String(year));
      for (const day of makeUpDays) {
        expect(weekdayOf(day)).toBeGreaterThanOrEqual(6);
        expect(day < from || day > to).toBe(true);
      }
    },
  );

  // Working days of a year = Monday to Friday − free weekdays + make-up days; counted by hand from the notices.
  it.each([
    [2024, 19, 8],
    [2025, 18, 5],
    [2026, 19, 6],
  ])('%i has %i free weekdays and %i make-up days', (year, free, worked) => {
    const calendar = calendarOf(HOLIDAY_YEARS.filter((one) => one.year === year));
    expect([calendar.holidays.size, calendar.makeUpDays.size]).toEqual([free, worked]);
  });

  it.each([
    ['2024-02-09', true],
    ['2024-02-12', false],
    ['2024-02-18', true],
    ['2025-01-28', false],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-09-20', true],
    ['2026-10-08', true],
    ['2026-10-11', false],
  ])('%s is worked: %s', (day, worked) => {
    expect(isWorkingDay(day, STATE_CALENDAR)).toBe(worked);
  });

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-09-30', 10, '2026-10-20'],
    ['2027-03-01', 10, '2027-03-15'],
  ])('%s + %i = %s', (from, days, expected) => {
    expect(addWorkingDays(from, days, STATE_CALENDAR)).toBe(expected);
  });
});
