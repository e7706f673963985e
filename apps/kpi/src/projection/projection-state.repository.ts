import { Injectable } from '@nestjs/common';
import { yearOf } from '#domain';
import type { Tx } from '#persistence';

const LOCK = `select pg_advisory_xact_lock(hashtextextended('kpi.projection', 0))`;
const READ = 'select first_year, day from projection_state';
const START = 'insert into projection_state (first_year, day) values ($1, $2) on conflict do nothing';
const SET_DAY = 'update projection_state set day = $1';
/** Full years of cells before the current one when a node begins. */
const YEARS_BACK = 2;

/** How far the cells reach. */
export interface ProjectionState {
  readonly firstYear: number;
  /** All cases are evaluated for this day. */
  readonly day: string;
}

/** The one row that says how far cells reach, and the lock under which they are changed. */
@Injectable()
export class ProjectionStateRepository {
  /** Takes the right to change cells until the transaction ends: batches, roll-over and class changes go one after another. */
  async lock(tx: Tx, today: string): Promise<ProjectionState> {
    const [, state] = await Promise.all([tx.prepared(LOCK), this.read(tx)]);
    if (state !== undefined) return state;
    await tx.query(START, [yearOf(today) - YEARS_BACK, today]);
    return { firstYear: yearOf(today) - YEARS_BACK, day: today };
  }

  async read(tx: Tx): Promise<ProjectionState | undefined> {
    const [row] = await tx.prepared<{ first_year: number; day: string }>(READ);
    return row === undefined ? undefined : { firstYear: row.first_year, day: row.day };
  }

  async setDay(tx: Tx, day: string): Promise<void> {
    await tx.query(SET_DAY, [day]);
  }
}
