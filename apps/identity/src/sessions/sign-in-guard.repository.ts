import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

/** This many failures lock the name (service-system.md G.3, 8.1.4.1 b). */
export const FAILURES_BEFORE_LOCK = 5;

/** For this many minutes; also how long a failure counts. */
export const LOCK_MINUTES = 30;

/** Failed sign-ins by name, known or not: an unknown name locks like a known one, so the lock tells nothing. */
@Injectable()
export class SignInGuardRepository {
  async lockedUntil(tx: Tx, nameKey: Buffer, now: Date): Promise<Date | undefined> {
    const rows = await tx.query<{ locked_until: Date }>(
      'select locked_until from sign_in_guard where name_key = $1 and locked_until > $2',
      [nameKey, now],
    );
    return rows[0]?.locked_until;
  }

  /** Counts a failure; answers whether the name is locked from now on. */
  async countFailure(tx: Tx, nameKey: Buffer, now: Date): Promise<boolean> {
    const rows = await tx.query<{ locked: boolean }>(
      `insert into sign_in_guard as g (name_key, failures, last_failed_at) values ($1, 1, $2)
       on conflict (name_key) do update set
         failures = case when g.last_failed_at < $2::timestamptz - $4::integer * interval '1 minute' then 1
                         else g.failures + 1 end,
         last_failed_at = $2,
         locked_until = case when g.last_failed_at >= $2::timestamptz - $4::integer * interval '1 minute'
                                  and g.failures + 1 >= $3::integer then $2::timestamptz + $4::integer * interval '1 minute' end
       returning locked_until is not null as locked`,
      [nameKey, now, FAILURES_BEFORE_LOCK, LOCK_MINUTES],
    );
    return rows[0]?.locked === true;
  }

  async clear(tx: Tx, nameKey: Buffer): Promise<void> {
    await tx.query('delete from sign_in_guard where name_key = $1', [nameKey]);
  }

  /** Which of the names are locked. */
  async lockedAmong(tx: Tx, nameKeys: readonly Buffer[], now: Date): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ name_key: Buffer }>(
      'select name_key from sign_in_guard where name_key = any($1::bytea[]) and locked_until > $2',
      [nameKeys, now],
    );
    return new Set(rows.map((row) => row.name_key.toString('hex')));
  }
}
