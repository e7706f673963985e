import { create } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import { FollowUpInputSchema, type FollowUpInput } from '#contracts';
import { FieldCipher, type Tx, type WriteTx } from '#persistence';
import { hexOf } from '../cases/case.repository.js';
import type { ConsentRow } from '../cases/consent.repository.js';
import { inputOf } from '../follow-ups/follow-up.mapper.js';
import { FOLLOW_UP_COLUMNS, type FollowUpRow, type FollowUpTexts } from '../follow-ups/follow-up.row.js';
import { textsPlace } from '../follow-ups/follow-up-texts.js';
import type { CaseStepRow } from '../steps/case-step.row.js';

/** One thing that changed the state of a case, in the order in which it was recorded first. */
export type HistoryEntry =
  | { readonly what: 'record'; readonly row: FollowUpRow }
  | { readonly what: 'consent'; readonly row: ConsentRow; readonly opening: boolean }
  | { readonly what: 'step'; readonly row: CaseStepRow };

/** A version above the first, with what it replaced. */
export interface CorrectionRow {
  follow_up_id: string;
  county: string;
  version: number;
  case_id: string;
  org: string;
  cause: 'correction' | 're_evaluation';
  /** Sealed; as PostgreSQL's hex text. */
  reason: string | null;
  before: FollowUpRow;
  recorded_at: string;
  recorded_by: string;
}

// Rows as JSON texts: days, instants and bytes come in the form in which they are written back. One case has tens of them.
const HISTORY = `
  select e.what, e.row, e.opening from (
    select 'record' as what, f.id, f.recorded_at as at, to_jsonb(f) as row, false as opening
    from follow_up f where f.case_id = $1
    union all
    select 'consent', n.id, n.recorded_at, to_jsonb(n), n.recorded_at = c.created_at
    from consent n join smi_case c on c.id = n.case_id and c.county = n.county where n.case_id = $1
    union all
    select 'step', s.id, s.recorded_at, to_jsonb(s), false from case_step s where s.case_id = $1
  ) e order by e.at, e.id`;
const CORRECTIONS = `
  select to_jsonb(v) as row from follow_up_correction v where v.follow_up_id = $1 order by v.version`;
const CORRECTION_COLUMNS =
  'follow_up_id, county, version, case_id, org, cause, reason, before, recorded_at, recorded_by';
const REPLACED = FOLLOW_UP_COLUMNS.filter((column) => !['id', 'county', 'case_id', 'org'].includes(column));
const STORE = `
  with kept as (
    insert into follow_up_correction (${CORRECTION_COLUMNS})
    select ${CORRECTION_COLUMNS} from json_populate_recordset(null::follow_up_correction, $2::json)
  )
  update follow_up f set (${REPLACED.join(', ')}) = (${REPLACED.map((column) => `s.${column}`).join(', ')})
  from json_populate_recordset(null::follow_up, $1::json) s
  where f.id = s.id and f.county = s.county`;

const reasonPlace = (id: string, version: number) => ({
  table: 'follow_up_correction',
  column: 'reason',
  rowId: `${id}/${version}`,
});

/** The whole history of one case, and the superseded versions of its records. */
@Injectable()
export class CaseHistoryRepository {
  constructor(private readonly fieldCipher: FieldCipher) {}

  load(tx: Tx, caseId: string): Promise<HistoryEntry[]> {
    return tx.prepared<HistoryEntry>(HISTORY, [caseId]);
  }

  async corrections(tx: Tx, followUpId: string): Promise<CorrectionRow[]> {
    return (await tx.prepared<{ row: CorrectionRow }>(CORRECTIONS, [followUpId])).map(({ row }) => row);
  }

  /** Keeps what is replaced and puts the new versions in its place. */
  async replace(tx: WriteTx, records: readonly FollowUpRow[], replaced: readonly CorrectionRow[]): Promise<void> {
    await tx.prepared(STORE, [JSON.stringify(records), JSON.stringify(replaced)]);
  }

  sealReason(reason: string, followUpId: string, version: number): string | null {
    return hexOf(this.fieldCipher.seal(reason, reasonPlace(followUpId, version)));
  }

  reasonOf(row: CorrectionRow): string | null {
    if (row.reason === null) return null;
    return this.fieldCipher.open(bytesOf(row.reason), reasonPlace(row.follow_up_id, row.version));
  }

  /** A stored record as it was sent. */
  inputOf(row: FollowUpRow): FollowUpInput {
    const texts =
      row.texts === null
        ? {}
        : (JSON.parse(this.fieldCipher.open(bytesOf(row.texts), textsPlace(row.id))) as FollowUpTexts);
    return create(FollowUpInputSchema, inputOf(row, texts));
  }
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');
