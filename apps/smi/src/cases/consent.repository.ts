import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

const COLUMNS = 'id, county, case_id, org, decision, signed_on, signer, reask_on, recorded_at, recorded_by';
const INSERT = `insert into consent (${COLUMNS}) select ${COLUMNS} from json_populate_recordset(null::consent, $1::json)`;

/** One decision on taking part in community management. */
export interface ConsentRow {
  id: string;
  county: string;
  case_id: string;
  org: string;
  decision: string;
  signed_on: string;
  signer: string;
  reask_on: string | null;
}

/** Every decision stays a row of its own (smi.md 2.6). */
@Injectable()
export class ConsentRepository {
  async insert(tx: Tx, consents: readonly ConsentRow[], at: string): Promise<void> {
    if (consents.length === 0) return;
    const rows = consents.map((consent) => ({ ...consent, recorded_at: at, recorded_by: tx.caller.id }));
    await tx.prepared(INSERT, [JSON.stringify(rows)]);
  }
}
