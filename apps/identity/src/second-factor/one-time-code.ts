import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { FieldCipher, type FieldPlace } from '#persistence';
import type { AccountRow } from '../accounts/account.row.js';

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
const ISSUER = 'Xinqiao';

/** A secret that has to be typed in once before it counts must be so within this time. */
const PENDING_MINUTES = 10;

/** A fresh secret as its owner sees it, and as it is kept. */
export interface NewSecret {
  readonly base32: string;
  readonly uri: string;
  readonly sealed: Buffer;
}

/** Codes of a user's authenticator (RFC 6238): 30 seconds each, one step of tolerance, each usable once. */
@Injectable()
export class OneTimeCode {
  constructor(private readonly cipher: FieldCipher) {}

  /** A secret that waits for its first code. */
  create(account: AccountRow): NewSecret {
    const secret = new Secret({ size: SECRET_BYTES });
    const uri = new TOTP({ secret, period: PERIOD_SECONDS, issuer: ISSUER, label: account.username }).toString();
    const sealed = this.cipher.seal(secret.base32, placeOf(account, 'otp_pending'));
    return { base32: secret.base32, uri, sealed };
  }

  /** Whether a secret waits for its first code and has not waited too long. */
  isPending(account: AccountRow, now: Date): boolean {
    const { otp_pending: sealed, otp_pending_at: since } = account;
    return sealed !== null && since !== null && now.getTime() - since.getTime() <= PENDING_MINUTES * 60_000;
  }

  /** The waiting secret, sealed for where it is kept from now on, and the step of its first code; undefined for a wrong code. */
  confirm(account: AccountRow, code: string, now: Date): { sealed: Buffer; step: number } | undefined {
    if (account.otp_pending === null) return undefined;
    const base32 = this.cipher.open(account.otp_pending, placeOf(account, 'otp_pending'));
    const step = stepOf(base32, code, now);
    if (step === undefined) return undefined;
    return { sealed: this.cipher.seal(base32, placeOf(account, 'otp_secret')), step };
  }

  /** The step the code belongs to, undefined when it is wrong or was used before. */
  acceptedStep(account: AccountRow, code: string, now: Date): number | undefined {
    if (account.otp_secret === null) return undefined;
    const step = stepOf(this.cipher.open(account.otp_secret, placeOf(account, 'otp_secret')), code, now);
    if (step === undefined) return undefined;
    return account.otp_last_step !== null && step <= Number(account.otp_last_step) ? undefined : step;
  }
}

function stepOf(base32: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = new TOTP({ secret: Secret.fromBase32(base32), period: PERIOD_SECONDS });
  const offset = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return offset === null ? undefined : Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + offset;
}

function placeOf(account: AccountRow, column: 'otp_secret' | 'otp_pending'): FieldPlace {
  return { table: 'account', column, rowId: account.id };
}
