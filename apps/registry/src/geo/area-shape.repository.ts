import { Injectable } from '@nestjs/common';
import type { AreaShape } from '#domain';
import type { Tx } from '#persistence';

/** An outline as it is answered: geometry as JSON text. */
export interface NamedShape {
  readonly code: string;
  readonly name: string;
  readonly geometry: string;
}

const PAGE_BYTES = 2 * 1024 * 1024;
const PAGE_ROWS = 500;

const STORE = `
  insert into area_shape (code, geometry)
  select s.code, s.geometry from json_to_recordset($1::json) as s (code text, geometry jsonb)
  on conflict (code) do update set geometry = excluded.geometry, recorded_at = now()
    where area_shape.geometry <> excluded.geometry
  returning code`;
const KNOWN = 'select distinct code from org where code = any ($1)';
// As many as fit into one answer, and one at least.
const LIST = `
  select code, name, geometry from (
    select s.code, o.name, s.geometry::text as geometry,
           sum(length(s.geometry::text)) over (order by s.code) - length(s.geometry::text) as before
      from area_shape s cross join lateral (
        select name, tier from org where org.code = s.code
         order by (valid_from <= $5::date and (valid_to is null or valid_to >= $5::date)) desc, valid_from desc limit 1) o
     where s.code >= $1 and s.code < $2 and s.code > $3 and o.tier = $4
     order by s.code limit ${String(PAGE_ROWS)}) page
  where before < ${String(PAGE_BYTES)} order by code`;

@Injectable()
export class AreaShapeRepository {
  /** Stores outlines; gives back how many were new or different. */
  async store(tx: Tx, shapes: readonly AreaShape[]): Promise<number> {
    return (await tx.query(STORE, [JSON.stringify(shapes)])).length;
  }

  /** Which of the codes have ever been a unit. */
  async knownCodes(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(KNOWN, [codes]);
    return new Set(rows.map((row) => row.code));
  }

  /** The next outlines of one tier at or below an area, by code, and whether more may follow. */
  async page(
    tx: Tx,
    area: string,
    tier: string,
    after: string,
    today: string,
  ): Promise<{ readonly items: NamedShape[]; readonly isCut: boolean }> {
    const items = await tx.query<NamedShape>(LIST, [area, `${area}:`, after, tier, today]);
    const bytes = items.reduce((sum, { geometry }) => sum + geometry.length, 0);
    return { items, isCut: items.length === PAGE_ROWS || bytes >= PAGE_BYTES };
  }
}
