import { Injectable } from '@nestjs/common';
import type { Tx, WriteTx } from '#persistence';
import { stateParameters, updateState, updateStates, type StoredState } from '../cases/case.repository.js';
import { FOLLOW_UP_COLUMNS, type FollowUpRow } from './follow-up.row.js';

const COLUMNS = FOLLOW_UP_COLUMNS.join(', ');

const JSON_COLUMNS: readonly string[] = ['medications', 'medication_guidance', 'checks'];

// A record and the state of its case in one statement. One is written with plain parameters: a set of one would be planned
// as a set of a hundred, and PostgreSQL would scan the cases to join it.
const STORE_ONE = `
  with stored as (
    insert into follow_up (${COLUMNS}) values (${FOLLOW_UP_COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})
  )
  ${updateState(FOLLOW_UP_COLUMNS.length + 1)}`;

const STORE_MANY = `
  with stored as (
    insert into follow_up (${COLUMNS})
    select ${COLUMNS} from json_populate_recordset(null::follow_up, $1::json)
  )
  ${updateStates('$2')}`;

const EXISTING = `
  select f.case_id, f.visited_on, f.kind, encode(f.content_digest, 'hex') as digest
  from (select distinct w.case_id, w.visited_on from unnest($1::uuid[], $2::date[]) w (case_id, visited_on)) wanted
  join follow_up f using (case_id, visited_on)`;

/** A record that is already there, by case, day and kind. */
export interface ExistingRecord {
  case_id: string;
  visited_on: string;
  kind: string;
  digest: string;
}

@Injectable()
export class FollowUpRepository {
  /** Nothing is read back, so it travels with the COMMIT; its refusals come from there. */
  storeOne(tx: WriteTx, record: FollowUpRow, state: StoredState): void {
    const values = FOLLOW_UP_COLUMNS.map((column) =>
      JSON_COLUMNS.includes(column) ? JSON.stringify(record[column]) : record[column],
    );
    tx.atCommit(STORE_ONE, [...values, ...stateParameters(state)]);
  }

  async storeMany(tx: Tx, records: readonly FollowUpRow[], states: readonly StoredState[]): Promise<void> {
    await tx.prepared(STORE_MANY, [JSON.stringify(records), JSON.stringify(states)]);
  }

  existing(tx: Tx, caseIds: readonly string[], days: readonly string[]): Promise<ExistingRecord[]> {
    return tx.prepared<ExistingRecord>(EXISTING, [caseIds, days]);
  }
}
