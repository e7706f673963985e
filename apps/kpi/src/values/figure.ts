import { yearOf, type MeasureWindow, type SlotCounts } from '#domain';
import type { Part } from '../projection/cell-deltas.js';

/** One place in the answer: an area, a window, a part of the area. */
export interface FigurePlace {
  /** Area as the answer names it. */
  readonly org: string;
  readonly area: string;
  /** Period as the answer names it. */
  readonly period: string;
  readonly window: MeasureWindow;
  readonly part: Part;
}

/** Residents of an area in one year, `all` or in part. */
export interface PopulationRow {
  readonly area: string;
  readonly year: number;
  readonly part: Part;
  readonly resident: number;
}

export interface TargetRow {
  readonly indicator: string;
  readonly plan: string;
  readonly area: string;
  readonly year: number;
  readonly value: number;
  readonly source: string | null;
  readonly recordedAt: Date;
}

/** What figures are made of. */
export interface FigureSource {
  /** Counts by slot; nobody counted there when missing. */
  counts(place: FigurePlace): SlotCounts | undefined;
  readonly populations: readonly PopulationRow[];
  /** In the order of `byPrecedence`. */
  readonly targets: readonly TargetRow[];
}

/** Years whose population may serve a window, best first: year-end before it, else its own (`smi.md` 6.1 [P], ADR 0006). */
export function populationYears(window: MeasureWindow): readonly [number, number] {
  return [yearOf(window.to) - 1, yearOf(window.to)];
}

/** Resident population behind a place; `null` when there is no figure. */
export function populationAt(place: FigurePlace, populations: readonly PopulationRow[]): number | null {
  for (const year of populationYears(place.window)) {
    const found = populations.find((row) => row.area === place.area && row.part === place.part && row.year === year);
    if (found !== undefined) return found.resident;
  }
  return null;
}

/** Most specific area first, then latest year, then latest record, then plan. */
export function byPrecedence(a: TargetRow, b: TargetRow): number {
  return (
    b.area.length - a.area.length ||
    b.year - a.year ||
    b.recordedAt.getTime() - a.recordedAt.getTime() ||
    Number(a.plan > b.plan) - Number(a.plan < b.plan)
  );
}

/** The target in force: of the nearest area at or above, of the latest year not after the period's. */
export function targetAt(place: FigurePlace, indicator: string, targets: readonly TargetRow[]): TargetRow | undefined {
  const year = yearOf(place.window.to);
  return targets.find((row) => row.indicator === indicator && place.area.startsWith(row.area) && row.year <= year);
}
