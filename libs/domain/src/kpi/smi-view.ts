import { addDays, addMonthsClamped, type IsoDate } from '../kernel/iso-date.js';
import { KPI_PARAMETERS } from './kpi-parameters.js';
import type { MeasureWindow } from './period.js';
import type { ReasonCode } from './smi-reasons.js';
import type { SmiSubject, SmiVisit } from './smi-subject.js';

/** Whether a case is in the register at the end of the window: `undefined` = it is (在册). */
export type Absence = Extract<ReasonCode, 'not_yet_registered' | 'dead' | 'cancelled' | 'transferred_out'>;

/** A subject seen through one window: what all indicators of `smi.md` 6 are judged from. */
export interface SmiView {
  readonly subject: SmiSubject;
  readonly window: MeasureWindow;
  readonly absence: Absence | undefined;
  /** Died inside the window: part of the register in the China CDC reading (conflict C1). */
  readonly diedInWindow: boolean;
  /** Records dated in the window, of every kind. */
  readonly records: readonly SmiVisit[];
  /** The complete ones among them, in order. */
  readonly complete: readonly SmiVisit[];
  /** Latest complete record of the window. */
  readonly last: SmiVisit | undefined;
  /** Latest complete record before the window. */
  readonly before: SmiVisit | undefined;
  /** First day of the last three months of the window. */
  readonly recentFrom: IsoDate;
}

/** Collects the facts once a window. */
export function viewSubject(subject: SmiSubject, window: MeasureWindow): SmiView {
  const records: SmiVisit[] = [];
  const complete: SmiVisit[] = [];
  let before: SmiVisit | undefined;
  for (const visit of subject.visits) {
    if (visit.visitedOn > window.to) break;
    if (visit.visitedOn >= window.from) {
      records.push(visit);
      if (visit.complete) complete.push(visit);
    } else if (visit.complete) before = visit;
  }
  const absence = absenceAt(subject, window.to);
  return {
    subject,
    window,
    absence,
    diedInWindow: absence === 'dead' && subject.deathDate !== null && subject.deathDate >= window.from,
    records,
    complete,
    last: complete.at(-1),
    before,
    recentFrom: threeMonthsBack(window.to),
  };
}

/** 在册 at the end of a day: files built − deaths − cancelled − transferred out (`smi.md` 2.9, 6.1). */
export function absenceAt(subject: SmiSubject, day: IsoDate): Absence | undefined {
  if (subject.fileBuiltOn > day) return 'not_yet_registered';
  if (hasHappened(subject.status === 'cancelled', subject.closedOn, day)) return 'cancelled';
  if (hasHappened(subject.status === 'transferred_out', subject.closedOn, day)) return 'transferred_out';
  const dead = subject.status === 'dead' || subject.deathDate !== null;
  return hasHappened(dead, subject.deathDate ?? subject.closedOn, day) ? 'dead' : undefined;
}

/** A state without a date has always been. */
function hasHappened(state: boolean, on: IsoDate | null, day: IsoDate): boolean {
  return state && (on === null || on <= day);
}

/**
 * 失访 at the end of a day: declared lost, and no complete follow-up recorded after that (`smi.md` 2.8). On one day the order of
 * recording tells: who is met on the day of the loss has been found.
 */
export function isLostAt(subject: SmiSubject, day: IsoDate): boolean {
  const { lostOn } = subject;
  let isLost = false;
  let isMissing = lostOn !== null && lostOn <= day;
  for (const visit of subject.visits) {
    if (visit.visitedOn > day) break;
    if (visit.kind === 'loss') isLost = true;
    if (!visit.complete) continue;
    isLost = false;
    if (lostOn !== null && visit.visitedOn > lostOn) isMissing = false;
  }
  return isLost || isMissing;
}

const recentByDay = new Map<IsoDate, IsoDate>();
const REMEMBERED_DAYS = 512;

/** First of the last three months that end with this day: 12-31 → 10-01, 02-28 → 12-01, 11-23 → 08-24. */
export function threeMonthsBack(day: IsoDate): IsoDate {
  const known = recentByDay.get(day);
  if (known !== undefined) return known;
  if (recentByDay.size >= REMEMBERED_DAYS) recentByDay.clear();
  const found = addMonthsClamped(addDays(day, 1), -KPI_PARAMETERS.recentMonths.value);
  recentByDay.set(day, found);
  return found;
}
