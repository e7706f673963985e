import { fromDayNumber, toDayNumber, weekdayOf, type IsoDate } from './iso-date.js';

/**
 * The maintained table of exceptions to "Monday to Friday are working days" (smi.md 0.3). The state announces it every year,
 * so it is data, never code.
 */
export interface WorkingCalendar {
  /** Public holidays that fall on Monday to Friday. */
  readonly holidays: ReadonlySet<IsoDate>;
  /** Make-up working days (调休上班) on Saturdays and Sundays. */
  readonly makeUpDays: ReadonlySet<IsoDate>;
}

/** Only the weekend is free: what a year without a notice falls back to. */
export const PLAIN_CALENDAR: WorkingCalendar = { holidays: new Set(), makeUpDays: new Set() };

/** Whether offices are open on a day. */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): boolean {
  return weekdayOf(date) >= 6 ? calendar.makeUpDays.has(date) : !calendar.holidays.has(date);
}

/** The last day of a period of N working days; the day of the event is not counted (smi.md 0.3). N must be ≥ 0. */
export function addWorkingDays(date: IsoDate, days: number, calendar: WorkingCalendar): IsoDate {
  let dayNumber = toDayNumber(date);
  for (let left = days; left > 0;) {
    dayNumber += 1;
    if (isWorkingDay(fromDayNumber(dayNumber), calendar)) left -= 1;
  }
  return fromDayNumber(dayNumber);
}
