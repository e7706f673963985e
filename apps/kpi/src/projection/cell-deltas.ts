import { areasOf, normaliseScope, urbanRuralOf, type MonthDelta } from '#domain';

/** How an area's people live. Only these are stored: the whole of an area is their sum, made when it is read. */
export const CELL_PARTS = ['urban', 'rural', 'unknown'] as const;

export type CellPart = (typeof CELL_PARTS)[number];

/** A part of an area, or the whole. */
export type Part = 'all' | CellPart;

/** A row of `smi_cell`, or what to add to one. */
export interface CellRow {
  readonly area: string;
  readonly month: number;
  readonly part: CellPart;
  readonly parent: string;
  readonly numerators: number[];
  readonly denominators: number[];
}

/** The part a unit's counts belong to. */
export function partOf(urbanRuralClass: string | null | undefined): CellPart {
  return urbanRuralOf(urbanRuralClass) ?? 'unknown';
}

/** The area directly above; `''` above a province. A unit that is no community lies in the area it names. */
export function parentOf(area: string): string {
  const place = normaliseScope(area);
  if (place.length < area.length) return place;
  const end = [9, 6, 4, 2, 0].find((length) => length < area.length) ?? 0;
  return area.slice(0, end);
}

/** Collects changes of units into changes of cells, one for each area, month and part. */
export class CellDeltas {
  private readonly cells = new Map<string, CellRow>();

  /** Adds a unit's change to the unit and every area above it, in the unit's part. */
  add(delta: MonthDelta, part: CellPart): void {
    for (const area of areasOf(delta.org)) this.addTo(area, delta, part, 1);
  }

  /** Moves a unit's counts from one part to another. */
  move(counts: MonthDelta, from: CellPart, to: CellPart): void {
    for (const area of areasOf(counts.org)) {
      this.addTo(area, counts, from, -1);
      this.addTo(area, counts, to, 1);
    }
  }

  /** Everything collected, without what came to nothing, in the order of the key. */
  rows(): CellRow[] {
    const changed = [...this.cells.values()].filter((cell) =>
      [...cell.numerators, ...cell.denominators].some((count) => count !== 0),
    );
    return changed.sort((a, b) => (keyOf(a.area, a.month, a.part) < keyOf(b.area, b.month, b.part) ? -1 : 1));
  }

  private addTo(area: string, delta: MonthDelta, part: CellPart, sign: 1 | -1): void {
    const key = keyOf(area, delta.month, part);
    let cell = this.cells.get(key);
    if (cell === undefined) {
      const empty = (counts: readonly number[]): number[] => counts.map(() => 0);
      const { month, numerators, denominators } = delta;
      cell = {
        area,
        month,
        part,
        parent: parentOf(area),
        numerators: empty(numerators),
        denominators: empty(denominators),
      };
      this.cells.set(key, cell);
    }
    addInto(cell.numerators, delta.numerators, sign);
    addInto(cell.denominators, delta.denominators, sign);
  }
}

function addInto(sum: number[], counts: readonly number[], sign: 1 | -1): void {
  counts.forEach((count, slot) => {
    sum[slot] = (sum[slot] ?? 0) + sign * count;
  });
}

function keyOf(area: string, month: number, part: Part): string {
  return `${area}/${month}/${part}`;
}
