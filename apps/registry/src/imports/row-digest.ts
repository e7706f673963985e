import { Injectable } from '@nestjs/common';
import type { ImportKind } from '#domain';
import { BlindIndex, hmacSha256, type Tx } from '#persistence';

const DIGEST_BYTES = 16;
const SEPARATOR = '\u001f';

// Row by row along the key: in a long import the planner's statistics are old, and it would read the whole table for each batch.
const KNOWN = `
  select d.digest from unnest($2::text[], $3::bytea[]) as u (county, digest)
   cross join lateral (
     select i.digest from import_digest i where i.county = u.county and i.kind = $1 and i.digest = u.digest limit 1
   ) d`;

const ANY = `
  select 1 from unnest($2::text[]) as u (county)
   cross join lateral (select from import_digest i where i.county = u.county and i.kind = $1 limit 1) d limit 1`;

/** What a digest stands for: a row of a file, or one whose resident was changed since. */
type DigestKind = ImportKind | 'persons-changed';

/** A row that was read, with the digest of what it says and the county its resource lies in. */
export interface Digested {
  readonly county: string;
  readonly digest: Buffer;
}

/**
 * Recognises rows that were imported before. Keyed, because a plain hash of a row with an ID number could be guessed; kept
 * from one file to the next, so that a file sent twice, or half imported before a crash, has its effect once.
 */
@Injectable()
export class RowDigests {
  private readonly key: Buffer;

  constructor(blind: BlindIndex) {
    this.key = blind.of('id-number', 'xinqiao/import/row-digest');
  }

  /** Values in the fixed order of the kind's fields, in normal form. */
  of(kind: ImportKind, values: readonly (string | number | null | undefined)[]): Buffer {
    // What is not there joins as nothing.
    const text = `${kind}${SEPARATOR}${values.join(SEPARATOR)}`;
    return hmacSha256(this.key, Buffer.from(text)).subarray(0, DIGEST_BYTES);
  }

  /** Which of the rows are known, by hex digest. */
  async known(tx: Tx, kind: DigestKind, rows: readonly Digested[]): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const found = await tx.prepared<{ digest: Buffer }>(KNOWN, [
      kind,
      rows.map((row) => row.county),
      rows.map((row) => row.digest),
    ]);
    return new Set(found.map((row) => row.digest.toString('hex')));
  }

  /** The same for rows whose residents were changed since. Mostly there are none at all, which is asked first. */
  async changed(tx: Tx, rows: readonly Digested[]): Promise<Set<string>> {
    const counties = [...new Set(rows.map((row) => row.county))];
    const some = await tx.prepared(ANY, ['persons-changed', counties]);
    return some.length === 0 ? new Set() : this.known(tx, 'persons-changed', rows);
  }

  async remember(tx: Tx, kind: DigestKind, rows: readonly Digested[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.prepared(
      `insert into import_digest (county, kind, digest)
       select u.county, $1, u.digest from unnest($2::text[], $3::bytea[]) as u (county, digest) on conflict do nothing`,
      [kind, rows.map((row) => row.county), rows.map((row) => row.digest)],
    );
  }
}
