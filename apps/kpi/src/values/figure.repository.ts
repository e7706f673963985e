import { Injectable } from '@nestjs/common';
import { monthOrdinal, normaliseScope, toAreaCode, type SlotCounts, type SmiIndicator } from '#domain';
import { KeyReader } from '#persistence';
import type { CellPart, Part } from '../projection/cell-deltas.js';
import { byPrecedence, populationYears, type FigurePlace, type PopulationRow, type TargetRow } from './figure.js';

const CELLS = `
  select area, month, part, numerators, denominators from smi_cell where area = any($1::text[]) and month = any($2::int[])`;
const POPULATIONS = `
  select area, year, part, resident from population_cell
   where area = any($1::text[]) and year = any($2::int[]) and part = any($3::text[])`;
// Sorted here and not there: a sort takes PostgreSQL more memory than all the rest, which may cost it more than the reading.
const TARGETS = `
  select indicator, plan, area, year, value::float8 as value, source, recorded_at as "recordedAt" from target
   where indicator = any($1::text[]) and area = any($2::text[]) and ($3::text is null or plan = $3)`;
const CHILDREN = `
  select distinct area from (
    select area from org_unit where parent = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
    union all select area from smi_cell where parent = $1 and month = $3
      and exists (select from unnest(numerators || denominators) v where v <> 0)
  ) a order by area`;

const NAMES = `
  select distinct on (code) area, name from org_unit where code = any($1::text[]) and name <> ''
   order by code, (valid_from <= $2 and (valid_to is null or valid_to >= $2)) desc, valid_from desc`;

interface CellRow extends SlotCounts {
  readonly area: string;
  readonly month: number;
  readonly part: CellPart;
}

/** What a question about figures reads: counts by slot, denominators and targets. */
export interface FigureRead {
  readonly counts: ReadonlyMap<string, SlotCounts>;
  readonly populations: readonly PopulationRow[];
  readonly targets: readonly TargetRow[];
}

/**
 * Reads figures by key, in one round trip. The tables hold counts only; the caller's right to the area has been checked
 * before.
 */
@Injectable()
export class FigureRepository {
  constructor(private readonly reader: KeyReader) {}

  async read(
    places: readonly FigurePlace[],
    indicators: readonly SmiIndicator[],
    plan: string | undefined,
  ): Promise<FigureRead> {
    const areas = [...new Set(places.map((place) => place.area))];
    const ids = indicators.map(({ id }) => id);
    const [cells, populations, targets] = await Promise.all([
      this.reader.read<CellRow>(CELLS, [areas, [...new Set(places.map((place) => monthOrdinal(place.window.to)))]]),
      indicators.some(({ denominator }) => denominator === 'population') ? this.populations(areas, places) : [],
      this.reader.read<TargetRow>(TARGETS, [ids, withAncestors(areas), plan ?? null]),
    ]);
    return { counts: countsOf(cells), populations, targets: targets.sort(byPrecedence) };
  }

  /** Areas directly below one, as the tree stood on a day, and those that hold counts without a unit we know. */
  async childrenOf(area: string, day: string): Promise<string[]> {
    const params = [area, day, monthOrdinal(day)];
    const rows = await this.reader.read<{ area: string }>(CHILDREN, params);
    return rows.map((row) => row.area);
  }

  /** Names of areas on a day; one that has none is missing. */
  async namesOf(areas: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
    const params = [areas.map(toAreaCode), day];
    const rows = await this.reader.read<{ area: string; name: string }>(NAMES, params);
    return new Map(rows.map((row) => [row.area, row.name]));
  }

  private populations(areas: readonly string[], places: readonly FigurePlace[]): Promise<PopulationRow[]> {
    const years = new Set(places.flatMap((place) => populationYears(place.window)));
    const parts = new Set(places.map((place) => place.part));
    return this.reader.read<PopulationRow>(POPULATIONS, [areas, [...years], [...parts]]);
  }
}

/** Key of a place among the counts. */
export function countsKey(area: string, month: number, part: Part): string {
  return `${area}/${month}/${part}`;
}

/** Each part's counts, and their sum as the whole's. */
function countsOf(cells: readonly CellRow[]): ReadonlyMap<string, SlotCounts> {
  const counts = new Map<string, SlotCounts>();
  for (const { area, month, part, numerators, denominators } of cells) {
    const whole = countsKey(area, month, 'all');
    const others = counts.get(whole);
    counts.set(countsKey(area, month, part), { numerators, denominators });
    counts.set(whole, {
      numerators: numerators.map((count, slot) => count + (others?.numerators[slot] ?? 0)),
      denominators: denominators.map((count, slot) => count + (others?.denominators[slot] ?? 0)),
    });
  }
  return counts;
}

/** The areas and everything above them; `''` is the whole country. */
function withAncestors(areas: readonly string[]): string[] {
  const all = new Set<string>(['']);
  for (const area of areas) {
    const place = normaliseScope(area);
    for (const end of [2, 4, 6, 9, 12]) if (end <= place.length) all.add(place.slice(0, end));
  }
  return [...all];
}
