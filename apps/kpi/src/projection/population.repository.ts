import { Injectable } from '@nestjs/common';
import type { Population } from '#contracts';
import { normaliseScope, rollUpPopulation, type PopulationUnit } from '#domain';
import type { Tx } from '#persistence';
import { parentOf, partOf } from './cell-deltas.js';

const STORE = `
  insert into population_figure select * from json_populate_recordset(null::population_figure, $1::json)
  on conflict (area, year) do update set resident = excluded.resident, version = excluded.version
  where population_figure.version < excluded.version`;
const YEARS = 'select distinct year from population_figure where $1::int[] is null or year = any($1::int[])';
const FIGURES = 'select area, year, resident from population_figure where year = any($1::int[])';
const UNITS = `select distinct on (area) area, urban_rural from org_unit
  where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by area, valid_from desc`;
const CLEAR = 'delete from population_cell where year = any($1::int[])';
const FILL = 'insert into population_cell select * from json_populate_recordset(null::population_cell, $1::json)';

interface FigureRow {
  readonly area: string;
  readonly year: number;
  readonly resident: number;
}

/** Resident population by area of every level: given figures, or sums where every part is given. */
@Injectable()
export class PopulationRepository {
  async storeFigures(tx: Tx, figures: readonly Population[]): Promise<void> {
    const newest = new Map<string, { area: string; year: number; resident: number; version: number }>();
    for (const { org, year, resident, version } of figures) {
      const area = normaliseScope(org);
      const known = newest.get(`${area}/${year}`);
      if (known === undefined || known.version < version)
        newest.set(`${area}/${year}`, { area, year, resident, version });
    }
    if (newest.size > 0) await tx.query(STORE, [JSON.stringify([...newest.values()])]);
  }

  /** Works out the denominators of these years anew. */
  async rebuild(tx: Tx, years: readonly number[] | 'all'): Promise<void> {
    const wanted = await tx.query<{ year: number }>(YEARS, [years === 'all' ? null : years]);
    if (wanted.length === 0) return;
    const list = wanted.map((row) => row.year);
    const figures = Map.groupBy(await tx.query<FigureRow>(FIGURES, [list]), (row) => row.year);
    const cells: object[] = [];
    for (const year of list) cells.push(...(await this.cellsOf(tx, year, figures.get(year) ?? [])));
    await tx.query(CLEAR, [list]);
    await tx.query(FILL, [JSON.stringify(cells)]);
  }

  private async cellsOf(tx: Tx, year: number, figures: readonly FigureRow[]): Promise<object[]> {
    const rows = await tx.query<{ area: string; urban_rural: string | null }>(UNITS, [`${year}-12-31`]);
    const units: PopulationUnit[] = rows.map((row) => ({ area: row.area, part: partOf(row.urban_rural) }));
    const given = new Map(figures.map((figure) => [figure.area, figure.resident]));
    return rollUpPopulation(units, given).map((cell) => ({ ...cell, year, parent: parentOf(cell.area) }));
  }
}
