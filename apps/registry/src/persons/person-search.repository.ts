import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { PERSON_SELECT, type PersonRecord } from './person-record.js';

type SortColumn = 'residence_org' | 'name' | 'pinyin' | 'initials';

/**
 * One indexed range of the table: rows whose sort column begins with a prefix. A search is a few ranges read one after the
 * other, so that every page is a short walk along an index whatever the table's size.
 */
export interface SearchRange {
  readonly column: SortColumn;
  readonly prefix: string;
  /** Rows that an earlier range has shown already. */
  readonly withoutInitials?: string;
  /** Only people whose residence lies in this area. */
  readonly area?: string;
}

/** Where a page ended: the range, and sort key and id of its last row. */
export interface SearchPosition {
  readonly range: number;
  readonly key: string;
  readonly id: string;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
// The last code point sorts behind every continuation of a prefix in the "C" collation.
const END = '\u{10FFFF}';
const FIELD_OF: Readonly<Record<SortColumn, keyof PersonRecord>> = {
  residence_org: 'residenceOrg',
  name: 'name',
  pinyin: 'pinyin',
  initials: 'initials',
};

/** Reads people by ranges. Only leakproof comparisons, so that row security leaves the indexes usable. */
@Injectable()
export class PersonSearchRepository {
  /** The next rows over all ranges, at most `limit`, with the position behind each. */
  async page(
    tx: Tx,
    ranges: readonly SearchRange[],
    after: SearchPosition | null,
    limit: number,
  ): Promise<{ record: PersonRecord; position: SearchPosition }[]> {
    const found: { record: PersonRecord; position: SearchPosition }[] = [];
    for (let index = after?.range ?? 0; index < ranges.length && found.length < limit; index += 1) {
      const range = ranges[index];
      if (range === undefined) break;
      const start = after?.range === index ? after : null;
      for (const record of await this.read(tx, range, start, limit - found.length)) {
        const key = record[FIELD_OF[range.column]] as string;
        found.push({ record, position: { range: index, key, id: record.id } });
      }
    }
    return found;
  }

  /** People with one of the document or telephone keys. */
  exact(tx: Tx, documentKey: Buffer, phoneKey: Buffer | null, limit: number): Promise<PersonRecord[]> {
    return tx.query<PersonRecord>(
      `select ${PERSON_SELECT} from person p where p.id_number_index = $1::bytea
       union all
       select ${PERSON_SELECT} from person p
        where p.phone_index = $2::bytea and p.id_number_index is distinct from $1::bytea
       limit $3`,
      [documentKey, phoneKey, limit],
    );
  }

  private read(tx: Tx, range: SearchRange, after: SearchPosition | null, limit: number): Promise<PersonRecord[]> {
    const column = `p.${range.column}`;
    const params: unknown[] = [after?.key ?? range.prefix, after?.id ?? FIRST_ID, range.prefix + END, limit];
    const conditions = [`(${column}, p.id) > ($1, $2::uuid)`, `${column} < $3`];
    const bind = (value: string): string => `$${String(params.push(value))}`;
    if (range.withoutInitials !== undefined) {
      const [from, to] = [bind(range.withoutInitials), bind(range.withoutInitials + END)];
      conditions.push(`(p.initials < ${from} or p.initials >= ${to})`);
    }
    if (range.area !== undefined) {
      conditions.push(`p.residence_org >= ${bind(range.area)}`, `p.residence_org < ${bind(range.area + END)}`);
    }
    const where = conditions.join(' and ');
    const sql = `select ${PERSON_SELECT} from person p where ${where} order by ${column}, p.id limit $4`;
    return tx.query<PersonRecord>(sql, params);
  }
}
