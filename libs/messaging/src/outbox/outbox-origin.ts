import { Logger } from '@nestjs/common';
import type { SqlSession } from './sql-session.js';

/** The current numbering of a service's events. */
export interface OriginHead {
  readonly epoch: string;
  /** The next number to be given. */
  readonly nextSeq: bigint;
}

interface HeadRow {
  readonly epoch: string;
  readonly next_seq: number;
  readonly database_mark: string;
}

// The cluster and its timeline: another one after a restore or a promoted replica, where numbers may have been given that
// this database does not know of.
const MARK = `select (select system_identifier::text from pg_control_system()) || ':'
  || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) as mark`;

const logger = new Logger('outbox');

/** Makes sure there is a numbering, and takes a new epoch when the database is not the one it was made in (D4). */
export async function openOrigin(session: SqlSession, origin: string): Promise<OriginHead> {
  const [current] = await session.rows<{ mark: string }>(MARK);
  const mark = current?.mark ?? '';
  await session.rows(
    `insert into outbox_origin (origin, epoch, database_mark) values ($1, gen_random_uuid(), $2) on conflict do nothing`,
    [origin, mark],
  );
  const [head] = await session.rows<HeadRow>(
    'select epoch, next_seq, database_mark from outbox_origin where origin = $1',
    [origin],
  );
  if (head === undefined) throw new Error(`outbox_origin has no row for ${origin}`);
  if (head.database_mark === mark) return { epoch: head.epoch, nextSeq: BigInt(head.next_seq) };
  logger.warn(`${origin}: the database was restored or promoted; its events are numbered in a new epoch`);
  return startEpoch(session, origin, BigInt(head.next_seq), mark);
}

/**
 * Starts a new epoch. Events of the old one from `renumberFrom` on were numbered by a database that had forgotten some:
 * subscribers may have dropped them as known, so they are sent again under the new epoch (projectors compare versions), and so is
 * what was never sent.
 */
export async function startEpoch(
  session: SqlSession,
  origin: string,
  renumberFrom: bigint,
  mark?: string,
): Promise<OriginHead> {
  return session.transaction(async () => {
    const [old] = await session.rows<{ epoch: string; published_seq: number }>(
      'select epoch, published_seq from outbox_origin where origin = $1 for update',
      [origin],
    );
    await session.rows(
      'update outbox set epoch = null, seq = null where epoch = $1 and seq >= least($2, $3::bigint + 1)',
      [old?.epoch, String(renumberFrom), String(old?.published_seq ?? 0)],
    );
    const [head] = await session.rows<HeadRow>(
      `update outbox_origin set epoch = gen_random_uuid(), next_seq = 1, published_seq = 0, started_at = now(),
         database_mark = coalesce($2, database_mark) where origin = $1 returning epoch, next_seq, database_mark`,
      [origin, mark ?? null],
    );
    if (head === undefined) throw new Error(`outbox_origin has no row for ${origin}`);
    return { epoch: head.epoch, nextSeq: BigInt(head.next_seq) };
  });
}
