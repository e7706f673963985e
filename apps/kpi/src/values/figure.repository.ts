import { Injectable } from '@nestjs/common';
import { monthOrdinal, normaliseScope, toAreaCode, type SlotCounts } from '#domain';
import { KeyReader } from '#persistence';
import type { CellPart, Part } from '../projection/cell-deltas.js';
import { populationYears, type FigurePlace, type PopulationRow, type TargetRow } from './figure.js';

const READ = `select
  (select coalesce(json_agg(json_build_array(c.area, c.month, c.part, c.n, c.d)), '[]') from (
    select area, month, part, array(select numerators[s + 1] from unnest($4::int[]) s) n,
      array(select denominators[s + 1] from unnest($4::int[]) s) d
    from smi_cell where area = any($1::text[]) and month = any($2::int[])) c) as cells,
  (select coalesce(json_agg(json_build_array(p.area, p.year, p.part, p.resident)), '[]') from population_cell p
    where p.area = any($1::text[]) and p.year = any($5::int[]) and p.part = any($3::text[])) as populations,
  (select coalesce(json_agg(json_build_array(t.indicator, t.plan, t.area, t.year, t.value, t.source)
      order by length(t.area) desc, t.year desc, t.recorded_at desc, t.plan), '[]') from target t
    where t.indicator = any($6::text[]) and t.area = any($7::text[]) and ($8::text is null or t.plan = $8)) as targets`;
const CHILDREN = `
  select distinct area from (
    select area from org_unit where parent = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)
    union all select area from smi_cell where parent = $1 and month = $3
      and exists (select from unnest(numerators || denominators) v where v <> 0)
  ) a order by area`;

const NAMES = `
  select distinct on (code) area, name from org_unit where code = any($1::text[]) and name <> ''
   order by code, (valid_from <= $2 and (valid_to is null or valid_to >= $2)) desc, valid_from desc`;

type CellRead = readonly [string, number, CellPart, number[], number[]];

interface ReadRow {
  readonly cells: readonly CellRead[];
  readonly populations: readonly (readonly [string, number, Part, number])[];
  readonly targets: readonly (readonly [string, string, string, number, number, string | null])[];
}

/** What a question about figures reads: counts by slot, denominators and targets. */
export interface FigureRead {
  readonly counts: ReadonlyMap<string, SlotCounts>;
  readonly populations: readonly PopulationRow[];
  readonly targets: readonly TargetRow[];
}

/**
 * Reads figures by key, in one statement and one round trip. The tables hold counts only; the caller's right to the area
 * has been checked before.
 */
@Injectable()
export class FigureRepository {
  constructor(private readonly reader: KeyReader) {}

  async read(
    places: readonly FigurePlace[],
    slots: readonly number[],
    indicators: readonly string[],
    plan: string | undefined,
  ): Promise<FigureRead> {
    const areas = [...new Set(places.map((place) => place.area))];
    const params = [
      areas,
      [...new Set(places.map((place) => monthOrdinal(place.window.to)))],
      [...new Set(places.map((place) => place.part))],
      slots,
      [...new Set(places.flatMap((place) => populationYears(place.window)))],
      indicators,
      withAncestors(areas),
      plan ?? null,
    ];
    const [row] = await this.reader.read<ReadRow>(READ, params);
    return figureRead(row ?? { cells: [], populations: [], targets: [] });
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
}

/** Key of a place among the counts. */
export function countsKey(area: string, month: number, part: Part): string {
  return `${area}/${month}/${part}`;
}

function figureRead(row: ReadRow): FigureRead {
  return {
    counts: countsOf(row.cells),
    populations: row.populations.map(([area, year, part, resident]) => ({ area, year, part, resident })),
    targets: row.targets.map(([indicator, plan, area, year, value, source]) => {
      return { indicator, plan, area, year, value, source };
    }),
  };
}

/** Each part's counts, and their sum as the whole's. */
function countsOf(cells: readonly CellRead[]): ReadonlyMap<string, SlotCounts> {
  const counts = new Map<string, SlotCounts>();
  for (const [area, month, part, numerators, denominators] of cells) {
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
