import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import type { AccountRow } from '../accounts/account.row.js';

/** What an account keeps of its second factor. A factor that comes or goes is a change of the account: the version rises. */
@Injectable()
export class OtpRepository {
  async begin(tx: Tx, id: string, sealed: Buffer, at: Date): Promise<void> {
    await tx.query('update account set otp_pending = $2, otp_pending_at = $3 where id = $1', [id, sealed, at]);
  }

  /** False when the waiting secret is another one by now. */
  async confirm(tx: Tx, account: AccountRow, secret: { sealed: Buffer; step: number }, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `update account set otp_secret = $2, otp_last_step = $3, otp_pending = null, otp_pending_at = null,
         updated_at = $4, version = version + 1
       where id = $1 and otp_pending = $5 and otp_secret is null returning id`,
      [account.id, secret.sealed, secret.step, at, account.otp_pending],
    );
    return rows.length > 0;
  }

  /** False when this step or a later one was used before, by whichever process. */
  async useStep(tx: Tx, account: AccountRow, step: number): Promise<boolean> {
    const rows = await tx.query(
      `update account set otp_last_step = $2
       where id = $1 and otp_secret = $3 and (otp_last_step is null or otp_last_step < $2::bigint) returning id`,
      [account.id, step, account.otp_secret],
    );
    return rows.length > 0;
  }

  async remove(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(
      `update account set otp_secret = null, otp_last_step = null, otp_pending = null, otp_pending_at = null,
         updated_at = $2, version = version + 1 where id = $1`,
      [id, at],
    );
  }
}
