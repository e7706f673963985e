import { Injectable } from '@nestjs/common';
import { SMI_INDICATORS } from '#domain';
import type { Tx } from '#persistence';
import type { CellRow } from './cell-deltas.js';

// Slot by slot: adding two arrays by a function over their elements cost ten times as much.
const sum = (column: string): string => {
  const slots = SMI_INDICATORS.map(
    (_, slot) => `coalesce(smi_cell.${column}[${slot + 1}], 0) + coalesce(excluded.${column}[${slot + 1}], 0)`,
  );
  return `array[${slots.join(', ')}]`;
};
const ADD = `
  insert into smi_cell select * from json_populate_recordset(null::smi_cell, $1::json)
  on conflict (area, month, part) do update set
    numerators = ${sum('numerators')}, denominators = ${sum('denominators')}`;
const OF_UNITS = 'select * from smi_cell where area = any($1::text[])';
const ALL = `select * from smi_cell where (area, month, part) > ($1, $2, $3) order by area, month, part limit $4`;
const CLASSES = `select distinct on (code) code, urban_rural from org_unit where code = any($1::text[])
  order by code, valid_from desc`;

/** A place in the order of the cells' key; none has the empty part. */
export type CellPlace = Pick<CellRow, 'area' | 'month'> & { readonly part: CellRow['part'] | '' };

/** The counts of areas. */
@Injectable()
export class CellRepository {
  async add(tx: Tx, deltas: readonly CellRow[]): Promise<void> {
    if (deltas.length > 0) await tx.prepared(ADD, [JSON.stringify(deltas)]);
  }

  /** All months of these areas. */
  ofAreas(tx: Tx, areas: readonly string[]): Promise<CellRow[]> {
    return tx.query<CellRow>(OF_UNITS, [areas]);
  }

  page(tx: Pick<Tx, 'query'>, after: CellPlace, limit: number): Promise<CellRow[]> {
    return tx.query<CellRow>(ALL, [after.area, after.month, after.part, limit]);
  }

  /** 城乡分类 of units, by code; units not known yet are missing. */
  async classesOf(tx: Pick<Tx, 'query'>, codes: readonly string[]): Promise<Map<string, string | null>> {
    if (codes.length === 0) return new Map();
    const rows = await tx.query<{ code: string; urban_rural: string | null }>(CLASSES, [codes]);
    return new Map(rows.map((row) => [row.code, row.urban_rural]));
  }
}
