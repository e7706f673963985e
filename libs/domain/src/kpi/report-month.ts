import { daysInMonth, isoDate, monthOf, yearOf, type IsoDate } from '../kernel/iso-date.js';

/** Months since year 0; neighbours differ by one. Cheap to compare and to count with. */
export type MonthOrdinal = number;

/** The month a date lies in. */
export function monthOrdinal(date: IsoDate): MonthOrdinal {
  return yearOf(date) * 12 + monthOf(date) - 1;
}

/** `2026-03`. */
export function monthText(ordinal: MonthOrdinal): string {
  return firstOfMonth(ordinal).slice(0, 7);
}

/** The year a month lies in. */
export function yearOfMonth(ordinal: MonthOrdinal): number {
  return Math.floor(ordinal / 12);
}

/** 1st of the month. */
export function firstOfMonth(ordinal: MonthOrdinal): IsoDate {
  return isoDate(yearOfMonth(ordinal), (ordinal % 12) + 1, 1);
}

/** Last day of the month. */
export function lastOfMonth(ordinal: MonthOrdinal): IsoDate {
  const [year, month] = [yearOfMonth(ordinal), (ordinal % 12) + 1];
  return isoDate(year, month, daysInMonth(year, month));
}
