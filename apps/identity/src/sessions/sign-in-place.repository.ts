import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';

/**
 * From which addresses an account has signed in, as keyed hashes. Somebody who floods an office's address with wrong
 * passwords slows down names that were never at home there, not its staff; the lock of each name stands for all.
 */
@Injectable()
export class SignInPlaceRepository {
  async isKnown(tx: Tx, accountId: string, placeKey: Buffer): Promise<boolean> {
    const rows = await tx.query('select 1 from sign_in_place where account_id = $1 and place_key = $2', [
      accountId,
      placeKey,
    ]);
    return rows.length > 0;
  }

  async note(tx: Tx, accountId: string, placeKey: Buffer, at: Date): Promise<void> {
    await tx.query(
      `insert into sign_in_place (account_id, place_key, last_at) values ($1, $2, $3)
       on conflict (account_id, place_key) do update set last_at = $3`,
      [accountId, placeKey, at],
    );
  }
}
