import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { FieldCipher } from '#persistence';
import type { AccountRow } from '../accounts/account.row.js';

const PERIOD_SECONDS = 30;

/** Codes of a user's authenticator (RFC 6238): 30 seconds each, one step of tolerance, each usable once. */
@Injectable()
export class OneTimeCode {
  constructor(private readonly cipher: FieldCipher) {}

  /** The step the code belongs to, undefined when it is wrong or was used before. */
  acceptedStep(account: AccountRow, code: string, now: Date): number | undefined {
    if (account.otp_secret === null || !/^\d{6}$/.test(code)) return undefined;
    const place = { table: 'account', column: 'otp_secret', rowId: account.id };
    const totp = new TOTP({
      secret: Secret.fromBase32(this.cipher.open(account.otp_secret, place)),
      period: PERIOD_SECONDS,
    });
    const offset = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
    if (offset === null) return undefined;
    const step = Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + offset;
    return account.otp_last_step !== null && step <= Number(account.otp_last_step) ? undefined : step;
  }
}
