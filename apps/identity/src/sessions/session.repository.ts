import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Tx } from '#persistence';

export type EndReason = 'logout' | 'reuse' | 'password' | 'otp' | 'deactivated';

/** A refresh token with the session it belongs to. */
export interface RefreshRow {
  readonly session_id: string;
  readonly account_id: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly used_key_hash: Buffer | null;
  readonly session_expires_at: Date;
  readonly session_ended_at: Date | null;
  readonly successor_used: boolean;
}

/** Rows of sessions, refresh tokens and revocations. */
@Injectable()
export class SessionRepository {
  async open(tx: Tx, session: { id: string; accountId: string; at: Date; expiresAt: Date }): Promise<void> {
    await tx.query(
      'insert into session (id, account_id, created_at, last_used_at, expires_at) values ($1, $2, $3, $3, $4)',
      [session.id, session.accountId, session.at, session.expiresAt],
    );
  }

  async addRefreshToken(tx: Tx, token: { hash: Buffer; sessionId: string; at: Date; expiresAt: Date }): Promise<void> {
    await tx.query('insert into refresh_token (hash, session_id, issued_at, expires_at) values ($1, $2, $3, $4)', [
      token.hash,
      token.sessionId,
      token.at,
      token.expiresAt,
    ]);
  }

  /** The token's row, locked: two uses of one token come after each other. */
  async lockRefreshToken(tx: Tx, hash: Buffer): Promise<RefreshRow | undefined> {
    const rows = await tx.query<RefreshRow>(
      `select r.session_id, s.account_id, r.expires_at, r.used_at, r.used_key_hash,
              s.expires_at as session_expires_at, s.ended_at as session_ended_at,
              exists (select 1 from refresh_token n where n.hash = r.successor_hash and n.used_at is not null)
                as successor_used
       from refresh_token r join session s on s.id = r.session_id
       where r.hash = $1 for update of r, s`,
      [hash],
    );
    return rows[0];
  }

  async markUsed(
    tx: Tx,
    hash: Buffer,
    use: { at: Date; keyHash: Buffer | null; successorHash: Buffer },
  ): Promise<void> {
    await tx.query('update refresh_token set used_at = $2, used_key_hash = $3, successor_hash = $4 where hash = $1', [
      hash,
      use.at,
      use.keyHash,
      use.successorHash,
    ]);
  }

  /** When a session ends unless it is renewed, and when in any case; undefined when it has ended. */
  async endsOf(tx: Tx, sessionId: string): Promise<{ readonly ends: Date; readonly limit: Date } | undefined> {
    const rows = await tx.query<{ ends: Date; limit: Date }>(
      `select coalesce(max(r.expires_at), s.expires_at) as ends, s.expires_at as limit
       from session s left join refresh_token r on r.session_id = s.id and r.used_at is null
       where s.id = $1 and s.ended_at is null group by s.id`,
      [sessionId],
    );
    return rows[0];
  }

  async touch(tx: Tx, sessionId: string, at: Date): Promise<void> {
    await tx.query('update session set last_used_at = $2 where id = $1', [sessionId, at]);
  }

  /** Ends one session and refuses its access tokens from now on. False when it had ended before. */
  async end(tx: Tx, sessionId: string, reason: EndReason, at: Date): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `with ended as (
         update session set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null returning id)
       insert into revocation (id, recorded_at, session_id, not_before) select $4, $2, id, $2 from ended returning id`,
      [sessionId, at, reason, v7()],
    );
    return rows.length > 0;
  }

  /** Ends the sessions of an account, but for one. */
  async endAll(tx: Tx, accountId: string, reason: EndReason, at: Date, except?: string): Promise<void> {
    await tx.query(
      `with ended as (
         update session set ended_at = $2, end_reason = $3
         where account_id = $1 and ended_at is null and id is distinct from $4::uuid returning id)
       insert into revocation (id, recorded_at, session_id, not_before) select gen_random_uuid(), $2, id, $2 from ended`,
      [accountId, at, reason, except ?? null],
    );
  }

  /** Refuses the access tokens a user holds now; the session goes on and gets new ones with today's rights. */
  async revokeAccess(tx: Tx, accountId: string, at: Date): Promise<void> {
    await tx.query('insert into revocation (id, recorded_at, user_id, not_before) values ($1, $2, $3, $2)', [
      v7(),
      at,
      accountId,
    ]);
  }

  revocationsSince(
    tx: Tx,
    since: Date,
  ): Promise<{ session_id: string | null; user_id: string | null; not_before: Date }[]> {
    return tx.query(
      'select session_id, user_id, not_before from revocation where recorded_at >= $1 order by recorded_at limit 10000',
      [since],
    );
  }

  /** Removes what nobody can use or ask for any more. */
  async prune(tx: Tx, now: Date): Promise<void> {
    await tx.query("delete from session where expires_at < $1::timestamptz - interval '7 days'", [now]);
    await tx.query("delete from revocation where recorded_at < $1::timestamptz - interval '1 hour'", [now]);
    await tx.query("delete from sign_in_place where last_at < $1::timestamptz - interval '90 days'", [now]);
    await tx.query("delete from sign_in_guard where last_failed_at < $1::timestamptz - interval '1 day'", [now]);
  }
}
