import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { PERSON_COLUMNS, PERSON_SELECT, type PersonRecord } from './person-record.js';

const NAMES = PERSON_COLUMNS.map(([, column]) => column).join(', ');
const ARRAYS = PERSON_COLUMNS.map(([, , type], i) => `$${String(i + 1)}::${type}[]`).join(', ');
const ASSIGNMENTS = PERSON_COLUMNS.filter(([field]) => field !== 'id')
  .map(([field, column, type]) => {
    const position = PERSON_COLUMNS.findIndex(([each]) => each === field) + 1;
    return `${column} = $${String(position)}::${type}`;
  })
  .join(', ');

// A number that is taken, here or in another area, leaves its row out instead of failing the batch.
const INSERT = `
  insert into person (county, ${NAMES})
  select left(u.residence_org, 6), ${PERSON_COLUMNS.map(([, column]) => `u.${column}`).join(', ')}
    from unnest(${ARRAYS}) as u (${NAMES})
  on conflict (id_number_index) where id_number_index is not null do nothing
  returning id`;

const UPDATE = `
  update person set county = left($2::text, 6), recorded_at = now(), ${ASSIGNMENTS}
   where id = $1::uuid and version = $${String(PERSON_COLUMNS.length)}::integer - 1
  returning id`;

/** Every statement here runs under the caller's area scope: row security hides other areas' people. */
@Injectable()
export class PersonRepository {
  async find(tx: Tx, id: string): Promise<PersonRecord | undefined> {
    const rows = await tx.prepared<PersonRecord>(`select ${PERSON_SELECT} from person p where p.id = $1::uuid`, [id]);
    return rows[0];
  }

  async findForUpdate(tx: Tx, id: string): Promise<PersonRecord | undefined> {
    const sql = `select ${PERSON_SELECT} from person p where p.id = $1::uuid for update`;
    const rows = await tx.prepared<PersonRecord>(sql, [id]);
    return rows[0];
  }

  /** Inserts rows in one statement and answers the ids that went in. */
  async insert(tx: Tx, records: readonly PersonRecord[]): Promise<ReadonlySet<string>> {
    const arrays = PERSON_COLUMNS.map(([field]) => records.map((record) => record[field]));
    const rows = await tx.prepared<{ id: string }>(INSERT, arrays);
    return new Set(rows.map((row) => row.id));
  }

  /** Stores the next version; false when somebody was faster. */
  async update(tx: Tx, record: PersonRecord): Promise<boolean> {
    const rows = await tx.prepared(
      UPDATE,
      PERSON_COLUMNS.map(([field]) => record[field]),
    );
    return rows.length === 1;
  }

  /** Ids and areas of people by document key, inside the caller's scope. */
  findByDocument(
    tx: Tx,
    keys: readonly Buffer[],
  ): Promise<{ id: string; residenceOrg: string; birthDate: string; key: Buffer }[]> {
    return tx.query(
      `select p.id, p.residence_org as "residenceOrg", p.birth_date as "birthDate", p.id_number_index as key
         from person p where p.id_number_index = any ($1::bytea[])`,
      [keys],
    );
  }

  /** Which document keys are taken, here or in any other area, with the digest of the imported row; both in hex. */
  async takenDocuments(tx: Tx, keys: readonly Buffer[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const sql = `select id_number_index as key, import_digest as digest from id_numbers_taken($1::bytea[])`;
    const rows = await tx.query<{ key: Buffer; digest: Buffer | null }>(sql, [keys]);
    return new Map(rows.map((row) => [row.key.toString('hex'), row.digest?.toString('hex') ?? '']));
  }

  /** Counts one reveal of a user's day; false when the limit is reached. */
  async takeReveal(tx: Tx, userId: string, day: string, limit: number): Promise<boolean> {
    const rows = await tx.query(
      `insert into reveal_quota as q (user_id, day, used) select $1, $2::date, 1 where $3 > 0
       on conflict (user_id, day) do update set used = q.used + 1 where q.used < $3 returning used`,
      [userId, day, limit],
    );
    return rows.length === 1;
  }
}
