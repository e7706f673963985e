import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { IdentitySecret } from '../sessions/identity-secret.js';

/** How many codes a user is given at once. */
export const RECOVERY_CODES = 10;

/** Five bits each; nothing that is mistaken for another in print. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 12;
const CODE = /^[A-HJ-NP-Z2-9]{12}$/;

/** Codes on paper for a user whose authenticator is gone: 60 random bits each, kept as keyed hashes, each usable once. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly secret: IdentitySecret) {}

  /** The hash of what somebody typed, undefined when it has not the shape of a code. */
  read(accountId: string, given: string): Buffer | undefined {
    const code = given.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    return CODE.test(code) ? this.secret.of('recovery-code', accountId, code) : undefined;
  }

  /** Takes the place of all codes given before. The only time they are seen in clear. */
  async renew(tx: Tx, accountId: string, at: Date): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await this.removeAll(tx, accountId);
    await tx.query('insert into recovery_code (account_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3', [
      accountId,
      codes.map((code) => this.secret.of('recovery-code', accountId, code)),
      at,
    ]);
    return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'));
  }

  /** False when the code is unknown or was used: of two that come at once one gets it. */
  async use(tx: Tx, accountId: string, hash: Buffer, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null
       returning account_id`,
      [accountId, hash, at],
    );
    return rows.length > 0;
  }

  async left(tx: Tx, accountId: string): Promise<number> {
    const rows = await tx.query<{ left: number }>(
      'select count(*)::integer as left from recovery_code where account_id = $1 and used_at is null',
      [accountId],
    );
    return rows[0]?.left ?? 0;
  }

  async removeAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query('delete from recovery_code where account_id = $1', [accountId]);
  }
}

function newCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
