import { describe, expect, it } from '@jest/globals';
import { dayOf, startOf } from './local-day.js';

describe('days of the district', () => {
  it.each([
    ['2026-11-25T16:00:00.000Z', 0, '2026-11-26'],
    ['2026-11-25T15:59:59.999Z', 0, '2026-11-25'],
    ['2026-11-30T16:00:00.000Z', -1, '2026-11-30'],
  ])('successful-day: %s and %i days later is %s', (instant, daysAfter, day) => {
    expect(dayOf(instant, daysAfter)).toBe(day);
  });

  it.each(['', 'yesterday'])('unsuccessful-day: "%s" is no instant', (given) => {
    expect(dayOf(given)).toBeUndefined();
  });

  it.each([
    ['2026-11-26', 0, '2026-11-25T16:00:00.000Z'],
    ['2026-12-31', 1, '2026-12-31T16:00:00.000Z'],
  ])('successful-start: %s and %i days begins at %s', (day, daysAfter, instant) => {
    expect(startOf(day, daysAfter)).toBe(instant);
  });

  it('successful-both: the start of a day is on that day', () => {
    for (const day of ['2024-02-29', '2026-01-01', '2026-12-31']) expect(dayOf(startOf(day))).toBe(day);
  });
});
