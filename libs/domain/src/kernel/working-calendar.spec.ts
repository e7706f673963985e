import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromDayNumber } from './iso-date.js';
import { PLAIN_CALENDAR, addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-calendar.js';

const calendar: WorkingCalendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  makeUpDays: new Set(['2026-10-10']),
};

describe('working days (smi.md 0.3)', () => {
  it.each([
    ['2026-03-02', 10, '2026-03-16'],
    ['2026-03-06', 10, '2026-03-20'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s + %i without holidays = %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, PLAIN_CALENDAR)).toBe(expected);
  });

  it('skips holidays and counts make-up Saturdays', () => {
    expect(addWorkingDays('2026-09-30', 1, calendar)).toBe('2026-10-08');
    expect(addWorkingDays('2026-09-30', 3, calendar)).toBe('2026-10-10');
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
    expect(isWorkingDay('2026-10-11', calendar)).toBe(false);
  });

  it('always ends on a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 21_000 }), fc.integer({ min: 1, max: 40 }), (day, count) => {
        expect(isWorkingDay(addWorkingDays(fromDayNumber(day), count, calendar), calendar)).toBe(true);
      }),
    );
  });
});
