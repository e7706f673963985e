import { isIsoDate, yearOf, type IsoDate } from '../kernel/iso-date.js';
import { firstOfMonth, lastOfMonth, monthOrdinal, monthText, yearOfMonth, type MonthOrdinal } from './report-month.js';

/** A reporting period as asked for. */
export interface Period {
  readonly text: string;
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'range';
  /** First and last day of what the name says. */
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  /** Where measuring begins: 1 January for every named period (`smi.md` 6.1), the first day for an explicit range. */
  readonly from: IsoDate;
}

/** What is measured: facts dated `from` … `to`, the state at the end of `to`. */
export interface MeasureWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `to` is today: the day is not over, so what is due on it is not yet late. */
  readonly open: boolean;
}

/** Why a window cannot be measured. */
export type WindowRefusal = 'not_begun' | 'as_of_in_future' | 'as_of_before_period';

const YEAR = /^(\d{4})$/;
const HALF = /^(\d{4})-H([12])$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * Reads `2026`, `2026-H1`, `2026-Q1`, `2026-03` or `2026-01-01..2026-03-31`; `undefined` when it is none of them.
 * A named period of the SMI report runs from 1 January to its end (the report month, `smi.md` 6.1): `2026-Q2`, `2026-H1`
 * and `2026-06` therefore measure the same. An explicit range is taken exactly as given (ADR 0006).
 */
export function parsePeriod(text: string): Period | undefined {
  const period = named(text) ?? range(text);
  if (period === undefined) return undefined;
  const years = [yearOf(period.firstDay), yearOf(period.lastDay)];
  return years.every((year) => year >= FIRST_YEAR && year <= LAST_YEAR) ? period : undefined;
}

function named(text: string): Period | undefined {
  const year = YEAR.exec(text);
  if (year) return months(text, 'year', Number(year[1]), 0, 12);
  const half = HALF.exec(text);
  if (half) return months(text, 'half', Number(half[1]), (Number(half[2]) - 1) * 6, 6);
  const quarter = QUARTER.exec(text);
  if (quarter) return months(text, 'quarter', Number(quarter[1]), (Number(quarter[2]) - 1) * 3, 3);
  const month = MONTH.exec(text);
  return month ? months(text, 'month', Number(month[1]), Number(month[2]) - 1, 1) : undefined;
}

function months(text: string, kind: Period['kind'], year: number, first: number, count: number): Period {
  const start = year * 12 + first;
  return {
    text,
    kind,
    firstDay: firstOfMonth(start),
    lastDay: lastOfMonth(start + count - 1),
    from: firstOfMonth(year * 12),
  };
}

function range(text: string): Period | undefined {
  const [from = '', to = '', ...rest] = text.split('..');
  if (rest.length > 0 || !isIsoDate(from) || !isIsoDate(to) || to < from) return undefined;
  return { text, kind: 'range', firstDay: from, lastDay: to, from };
}

/** The window of a period: an unfinished one is measured to `min(end, asOf or today)`. */
export function measureWindow(period: Period, today: IsoDate, asOf?: IsoDate): MeasureWindow | WindowRefusal {
  if (asOf !== undefined && asOf > today) return 'as_of_in_future';
  if (period.firstDay > today) return 'not_begun';
  const until = asOf ?? today;
  const to = period.lastDay < until ? period.lastDay : until;
  if (to < period.firstDay) return 'as_of_before_period';
  return { from: period.from, to, open: to === today };
}

/**
 * The report month whose cell holds this window (`2026-03`), or `undefined` when the window must be computed: cells
 * exist for 1 January … end of a month, and for 1 January … today.
 */
export function cellMonth(window: MeasureWindow): string | undefined {
  const ordinal = monthOrdinal(window.to);
  const fromNewYear = window.from === firstOfMonth(yearOf(window.to) * 12);
  return fromNewYear && (window.open || window.to === lastOfMonth(ordinal)) ? monthText(ordinal) : undefined;
}

/** The window a cell of a month holds on a given day; `undefined` while the month has not begun. */
export function monthWindow(ordinal: MonthOrdinal, today: IsoDate): MeasureWindow | undefined {
  const first = firstOfMonth(ordinal);
  if (first > today) return undefined;
  const last = lastOfMonth(ordinal);
  const to = last < today ? last : today;
  return { from: firstOfMonth(yearOfMonth(ordinal) * 12), to, open: to === today };
}

/** The months of a period that have begun, as periods of their own: of a range, each cumulative from the range's first day. */
export function monthsOf(period: Period, until: IsoDate): readonly Period[] {
  const last = period.lastDay < until ? period.lastDay : until;
  const found: Period[] = [];
  for (let ordinal = monthOrdinal(period.firstDay); ordinal <= monthOrdinal(last); ordinal += 1) {
    found.push(period.kind === 'range' ? rangeMonth(period, ordinal) : monthPeriod(ordinal));
  }
  return found;
}

function monthPeriod(ordinal: MonthOrdinal): Period {
  return months(monthText(ordinal), 'month', yearOfMonth(ordinal), ordinal % 12, 1);
}

function rangeMonth(period: Period, ordinal: MonthOrdinal): Period {
  const end = lastOfMonth(ordinal) < period.lastDay ? lastOfMonth(ordinal) : period.lastDay;
  const start = firstOfMonth(ordinal) > period.firstDay ? firstOfMonth(ordinal) : period.firstDay;
  return { text: `${period.from}..${end}`, kind: 'range', firstDay: start, lastDay: end, from: period.from };
}
