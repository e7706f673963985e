import { normaliseScope } from '../kernel/area-code.js';
import type { IsoDate } from '../kernel/iso-date.js';
import { monthWindow, type MeasureWindow } from './period.js';
import { monthOrdinal, yearOfMonth, type MonthOrdinal } from './report-month.js';
import { countSlots, type SlotCounts } from './smi-contribution.js';
import { SMI_INDICATORS, smiIndicatorSlot } from './smi-indicators.js';
import { orgAt, type SmiSubject } from './smi-subject.js';

/**
 * What one case adds to one org unit in the twelve report months of a year. Bit `slot` of a month's mask says that it
 * counts; the due follow-ups, of which there may be several, have counts of their own.
 */
export interface MembershipRow {
  readonly org: string;
  readonly year: number;
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
  readonly dueMet: readonly number[];
  readonly dueAll: readonly number[];
}

interface OpenRow {
  readonly org: string;
  readonly year: number;
  readonly numerators: number[];
  readonly denominators: number[];
  readonly dueMet: number[];
  readonly dueAll: number[];
}

/** A change of the counts of one org unit in one month. */
export interface MonthDelta extends SlotCounts {
  readonly org: string;
  readonly month: MonthOrdinal;
}

/** Slot of the one indicator that counts follow-ups instead of cases. */
export const DUE_SLOT: number = smiIndicatorSlot('smi.follow_up_on_time_rate') ?? -1;

const SLOTS = SMI_INDICATORS.length;

/**
 * The rows a case should have: those it has, with every month from `from` on evaluated anew for `today`. Months that have
 * not begun are empty. Earlier months are taken over.
 */
export function foldMembership(
  existing: readonly MembershipRow[],
  subject: SmiSubject,
  from: MonthOrdinal,
  today: IsoDate,
): MembershipRow[] {
  const rows = new Map<string, OpenRow>(existing.map((row) => [keyOf(row.org, row.year), clearedFrom(row, from)]));
  const last = monthOrdinal(today);
  for (let month = from; month <= last; month += 1) {
    const window = windowOf(month, today);
    if (window === undefined) break;
    const org = orgAt(subject, window.to);
    const key = keyOf(org, yearOfMonth(month));
    const row = rows.get(key) ?? emptyRow(org, yearOfMonth(month));
    rows.set(key, row);
    put(row, month % 12, countSlots(subject, window));
  }
  return [...rows.values()];
}

let windows: { readonly today: IsoDate; readonly byMonth: Map<MonthOrdinal, MeasureWindow | undefined> } | undefined;

/** `monthWindow`, remembered for the day: thousands of cases ask for the same few. */
function windowOf(month: MonthOrdinal, today: IsoDate): MeasureWindow | undefined {
  if (windows?.today !== today) windows = { today, byMonth: new Map() };
  if (!windows.byMonth.has(month)) windows.byMonth.set(month, monthWindow(month, today));
  return windows.byMonth.get(month);
}

/** What has changed between two states of a case's rows. */
export function membershipDeltas(before: readonly MembershipRow[], after: readonly MembershipRow[]): MonthDelta[] {
  const old = new Map(before.map((row) => [keyOf(row.org, row.year), row]));
  const deltas: MonthDelta[] = [];
  for (const row of after) {
    const key = keyOf(row.org, row.year);
    deltas.push(...rowDeltas(old.get(key), row));
    old.delete(key);
  }
  for (const row of old.values()) deltas.push(...rowDeltas(row, emptyRow(row.org, row.year)));
  return deltas;
}

/** Counts of a month by slot. */
export function monthCounts(row: MembershipRow, index: number): SlotCounts {
  const numerators = unpack(row.numerators[index] ?? 0);
  const denominators = unpack(row.denominators[index] ?? 0);
  numerators[DUE_SLOT] = row.dueMet[index] ?? 0;
  denominators[DUE_SLOT] = row.dueAll[index] ?? 0;
  return { numerators, denominators };
}

/** Whether a row says anything at all. */
export function isEmptyRow(row: MembershipRow): boolean {
  return [row.numerators, row.denominators, row.dueAll].every((values) => values.every((value) => value === 0));
}

/** The areas a unit's counts are added to, widest first, the unit itself last: 2, 4, 6, 9 digits and its full code. */
export function areasOf(org: string): string[] {
  const place = normaliseScope(org);
  return [...[2, 4, 6, 9].filter((end) => end <= place.length).map((end) => place.slice(0, end)), org];
}

function rowDeltas(before: MembershipRow | undefined, after: MembershipRow): MonthDelta[] {
  const deltas: MonthDelta[] = [];
  for (let index = 0; index < 12; index += 1) {
    if (before !== undefined && sameMonth(before, after, index)) continue;
    const [old, now] = [before === undefined ? undefined : monthCounts(before, index), monthCounts(after, index)];
    const numerators = minus(now.numerators, old?.numerators);
    const denominators = minus(now.denominators, old?.denominators);
    if ([...numerators, ...denominators].every((count) => count === 0)) continue;
    deltas.push({ org: after.org, month: after.year * 12 + index, numerators, denominators });
  }
  return deltas;
}

function sameMonth(a: MembershipRow, b: MembershipRow, index: number): boolean {
  return (
    a.numerators[index] === b.numerators[index] &&
    a.denominators[index] === b.denominators[index] &&
    a.dueMet[index] === b.dueMet[index] &&
    a.dueAll[index] === b.dueAll[index]
  );
}

function minus(now: readonly number[], old: readonly number[] | undefined): number[] {
  return old === undefined ? [...now] : now.map((count, slot) => count - (old[slot] ?? 0));
}

function put(row: OpenRow, index: number, counts: SlotCounts): void {
  row.numerators[index] = pack(counts.numerators);
  row.denominators[index] = pack(counts.denominators);
  row.dueMet[index] = counts.numerators[DUE_SLOT] ?? 0;
  row.dueAll[index] = counts.denominators[DUE_SLOT] ?? 0;
}

/** The bit of the due slot says "at least one", so that one mask answers which cases to look at. */
function pack(counts: readonly number[]): number {
  let mask = 0;
  counts.forEach((count, slot) => {
    if (count > 0) mask |= 1 << slot;
  });
  return mask;
}

function unpack(mask: number): number[] {
  const counts: number[] = [];
  for (let slot = 0; slot < SLOTS; slot += 1) counts.push((mask >> slot) & 1);
  return counts;
}

function emptyRow(org: string, year: number): OpenRow {
  return { org, year, numerators: zeros(), denominators: zeros(), dueMet: zeros(), dueAll: zeros() };
}

function zeros(): number[] {
  return new Array<number>(12).fill(0);
}

function clearedFrom(row: MembershipRow, from: MonthOrdinal): OpenRow {
  const kept = Math.min(Math.max(from - row.year * 12, 0), 12);
  const keep = (values: readonly number[]): number[] =>
    zeros().map((zero, i) => (i < kept ? (values[i] ?? zero) : zero));
  return {
    org: row.org,
    year: row.year,
    numerators: keep(row.numerators),
    denominators: keep(row.denominators),
    dueMet: keep(row.dueMet),
    dueAll: keep(row.dueAll),
  };
}

function keyOf(org: string, year: number): string {
  return `${org}/${year}`;
}
