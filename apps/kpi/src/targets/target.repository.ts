import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

const STORE = `
  insert into target (indicator, plan, area, year, value, source, recorded_at)
  select t.indicator, t.plan, t.area, t.year, t.value, t.source, $2 from json_populate_recordset(null::target, $1::json) t
  on conflict (indicator, plan, area, year) do update set
    value = excluded.value, source = excluded.source, recorded_at = excluded.recorded_at`;
// What is set again as it was is no change.
const NOTE = `
  insert into target_history (indicator, plan, area, year, value, source, actor_id, recorded_at)
  select t.indicator, t.plan, t.area, t.year, t.value, t.source, $3, $2 from json_populate_recordset(null::target, $1::json) t
   where not exists (
     select from target known where (known.indicator, known.plan, known.area, known.year) = (t.indicator, t.plan, t.area, t.year)
       and known.value = t.value and known.source is not distinct from t.source)`;
const HISTORY = `
  select value::float8 as value, source, actor_id as actor, recorded_at as "recordedAt" from target_history
   where indicator = $1 and plan = $2 and area = $3 and year = $4 order by id desc limit 100`;
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

/** A value a target had. */
export interface PastTarget {
  readonly value: number;
  readonly source: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
}

@Injectable()
export class TargetRepository {
  async store(tx: Tx, targets: readonly StoredTarget[], at: Date): Promise<void> {
    const rows = JSON.stringify(targets);
    await tx.query(NOTE, [rows, at, tx.caller.id]);
    await tx.query(STORE, [rows, at]);
  }

  /** What one target was, newest first. */
  history(tx: Tx, target: Pick<StoredTarget, 'indicator' | 'plan' | 'area' | 'year'>): Promise<PastTarget[]> {
    return tx.query<PastTarget>(HISTORY, [target.indicator, target.plan, target.area, target.year]);
  }

  /** Targets of an area, of everything above and of everything below it; of all areas without one. */
  list(tx: Tx, area: string | undefined, year: number | undefined): Promise<StoredTarget[]> {
    return tx.query<StoredTarget>(LIST, [area ?? null, year ?? null]);
  }
}
