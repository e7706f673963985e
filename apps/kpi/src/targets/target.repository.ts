import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

const STORE = `
  insert into target (indicator, plan, area, year, value, source, recorded_at)
  select t.indicator, t.plan, t.area, t.year, t.value, t.source, $2 from json_populate_recordset(null::target, $1::json) t
  on conflict (indicator, plan, area, year) do update set
    value = excluded.value, source = excluded.source, recorded_at = excluded.recorded_at`;
const LIST = `
  select indicator, plan, area, year, value::float8 as value, source from target
  where ($1::text is null or $1 ^@ area or area ^@ $1) and ($2::int is null or year = $2)
  order by indicator, area, year, plan`;

/** A row of `target`. */
export interface StoredTarget {
  readonly indicator: string;
  readonly plan: string;
  readonly area: string;
  readonly year: number;
  readonly value: number;
  readonly source: string | null;
}

@Injectable()
export class TargetRepository {
  async store(tx: Tx, targets: readonly StoredTarget[], at: Date): Promise<void> {
    await tx.query(STORE, [JSON.stringify(targets), at]);
  }

  /** Targets of an area, of everything above and of everything below it; of all areas without one. */
  list(tx: Tx, area: string | undefined, year: number | undefined): Promise<StoredTarget[]> {
    return tx.query<StoredTarget>(LIST, [area ?? null, year ?? null]);
  }
}
