import { isDay } from '../day-input/typed-day.js';

/** How a period is named. */
export const PERIOD_KINDS = ['year', 'half', 'quarter', 'month', 'range'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A period taken apart. `part` counts halves, quarters or months from 1; a year has one part. */
export interface NamedPeriod {
  readonly kind: Exclude<PeriodKind, 'range'>;
  readonly year: number;
  readonly part: number;
}
export interface RangePeriod {
  readonly kind: 'range';
  readonly from: string;
  readonly to: string;
}
export type PeriodParts = NamedPeriod | RangePeriod;

/** What a figure is compared with. */
export const COMPARISONS = ['previous', 'last_year', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Parts of a year by kind. */
export const PARTS_OF_YEAR = { year: 1, half: 2, quarter: 4, month: 12 } as const;

const DAY_MS = 86_400_000;
const NAMED = /^(\d{4})(?:-(H|Q)([1-4])|-(0[1-9]|1[0-2]))?$/;
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Reads `2026`, `2026-H1`, `2026-Q3`, `2026-03` or `2026-01-01..2026-03-31`. */
export function readPeriod(text: string): PeriodParts | undefined {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    return isDay(from) && isDay(to) ? { kind: 'range', from, to } : undefined;
  }
  const [, year, letter, part, month] = NAMED.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month !== undefined) return { kind: 'month', year: Number(year), part: Number(month) };
  if (letter === undefined) return { kind: 'year', year: Number(year), part: 1 };
  const kind = letter === 'H' ? 'half' : 'quarter';
  const number = Number(part);
  return number <= PARTS_OF_YEAR[kind] ? { kind, year: Number(year), part: number } : undefined;
}

/** Writes a period as the API reads it. */
export function writePeriod(period: PeriodParts): string {
  if (period.kind === 'range') return `${period.from}..${period.to}`;
  const { kind, year, part } = period;
  if (kind === 'year') return String(year);
  if (kind === 'month') return `${String(year)}-${String(part).padStart(2, '0')}`;
  return `${String(year)}-${kind === 'half' ? 'H' : 'Q'}${String(part)}`;
}

/** The last day of a period. */
export function lastDayOf(period: PeriodParts): string {
  if (period.kind === 'range') return period.to;
  const month = (12 / PARTS_OF_YEAR[period.kind]) * period.part;
  return isoDay(Date.UTC(period.year, month, 0));
}

/** The first day of what the name says. */
export function firstDayOf(period: PeriodParts): string {
  if (period.kind === 'range') return period.from;
  const months = 12 / PARTS_OF_YEAR[period.kind];
  return isoDay(Date.UTC(period.year, months * (period.part - 1), 1));
}

/**
 * The period a figure is compared with; undefined when none is wanted. SMI figures run from 1 January to the report month, so an
 * unfinished year is compared with last year up to the same month, not with all of it.
 */
export function comparedWith(text: string, today: string, comparison: Comparison): string | undefined {
  const period = readPeriod(text);
  if (period === undefined || comparison === 'none') return undefined;
  if (period.kind === 'range') return writePeriod(rangeBefore(period, comparison));
  const unfinished = lastDayOf(period) > today;
  if (unfinished && (period.kind === 'year' || comparison === 'last_year')) {
    return writePeriod({ kind: 'month', year: period.year - 1, part: Number(today.slice(5, 7)) });
  }
  return writePeriod(comparison === 'last_year' ? { ...period, year: period.year - 1 } : before(period));
}

/** The days a figure of a period covers: whatever its name says, it runs from 1 January. */
export function daysCounted(text: string): { readonly from: string; readonly to: string } | undefined {
  const period = readPeriod(text);
  if (period === undefined) return undefined;
  return { from: period.kind === 'range' ? period.from : `${String(period.year)}-01-01`, to: lastDayOf(period) };
}

/** The same kind of period, as many steps on (or back). */
function before(period: NamedPeriod): NamedPeriod {
  if (period.part > 1) return { ...period, part: period.part - 1 };
  return { ...period, year: period.year - 1, part: PARTS_OF_YEAR[period.kind] };
}

function rangeBefore({ from, to }: RangePeriod, comparison: Comparison): RangePeriod {
  if (comparison === 'last_year') return { kind: 'range', from: yearBack(from), to: yearBack(to) };
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  const last = Date.parse(from) - DAY_MS;
  return { kind: 'range', from: isoDay(last - days * DAY_MS), to: isoDay(last) };
}

/** 29 February becomes the 28th. */
function yearBack(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  return day.endsWith('-02-29') ? `${String(year)}-02-28` : `${String(year)}${day.slice(4)}`;
}

/** A period of another kind that ends where this one does. */
export function changeKind(period: PeriodParts, kind: PeriodKind, today: string): PeriodParts {
  const end = lastDayOf(period) < today ? lastDayOf(period) : today;
  const year = Number(end.slice(0, 4));
  if (kind === 'range') return { kind, from: `${String(year)}-01-01`, to: end };
  const month = Number(end.slice(5, 7));
  return { kind, year, part: Math.ceil(month / (12 / PARTS_OF_YEAR[kind])) };
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
