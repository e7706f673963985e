import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { FieldCipher, type Tx, type WriteTx } from '#persistence';
import { hexOf } from '../cases/case.repository.js';
import type { CaseRow } from '../cases/case.row.js';
import { given } from '../cases/case-view.mapper.js';
import { stepPlace, type CaseStepRow } from './case-step.row.js';

const COLUMNS = 'id, county, case_id, org, kind, happened_on, details, texts, recorded_at, recorded_by';
const INSERT = `insert into case_step (${COLUMNS}) select ${COLUMNS} from json_populate_recordset(null::case_step, $1::json)`;
const TAKE_REVEAL = `
  insert into reveal_quota as q (user_id, day, used) values ($1, $2::date, 1)
  on conflict (user_id, day) do update set used = q.used + 1 where q.used < $3 returning used`;

/** What happened to a case, to be kept. */
export interface NewStep {
  readonly kind: CaseStepRow['kind'];
  readonly on: string;
  readonly details: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string | undefined>>;
}

@Injectable()
export class CaseStepRepository {
  constructor(private readonly fieldCipher: FieldCipher) {}

  async insert(tx: WriteTx, row: CaseRow, step: NewStep, at: string): Promise<void> {
    const id = v7();
    const texts = given(step.texts);
    const sealed = Object.keys(texts).length === 0 ? null : this.fieldCipher.seal(JSON.stringify(texts), stepPlace(id));
    const stored: CaseStepRow = {
      id,
      county: row.county,
      case_id: row.id,
      org: row.org,
      kind: step.kind,
      happened_on: step.on,
      details: step.details,
      texts: hexOf(sealed),
      recorded_at: at,
      recorded_by: tx.caller.id,
    };
    await tx.prepared(INSERT, [JSON.stringify([stored])]);
  }

  textsOf(row: Pick<CaseStepRow, 'id' | 'texts'>): Record<string, string> {
    if (row.texts === null) return {};
    const sealed = Buffer.from(row.texts.slice(2), 'hex');
    return JSON.parse(this.fieldCipher.open(sealed, stepPlace(row.id))) as Record<string, string>;
  }

  /** Counts one look-up of a user's day; false when the limit is reached. */
  async takeReveal(tx: Tx, userId: string, day: string, limit: number): Promise<boolean> {
    return (await tx.prepared(TAKE_REVEAL, [userId, day, limit])).length === 1;
  }
}
