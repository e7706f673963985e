import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import type { AccountRow } from '../accounts/account.row.js';
import { OneTimeCode } from './one-time-code.js';
import { OtpRepository } from './otp.repository.js';
import { RecoveryCodes } from './recovery-codes.js';

/** A code that looks right; whether it still can be used only `use` knows. */
export type FactorProof =
  { readonly kind: 'code'; readonly step: number } | { readonly kind: 'recovery_code'; readonly hash: Buffer };

/** What a user shows beside the password: a code of the authenticator, or a recovery code. */
@Injectable()
export class SecondFactor {
  constructor(
    readonly codes: OneTimeCode,
    readonly recovery: RecoveryCodes,
    private readonly otp: OtpRepository,
  ) {}

  /** Undefined when what was given is wrong by itself. */
  read(account: AccountRow, given: string, now: Date): FactorProof | undefined {
    const step = this.codes.acceptedStep(account, given.trim(), now);
    if (step !== undefined) return { kind: 'code', step };
    const hash = this.recovery.read(account.id, given);
    return hash === undefined ? undefined : { kind: 'recovery_code', hash };
  }

  /** Uses it up; false when somebody else was first, or the second factor has changed since it was read. */
  async use(tx: Tx, account: AccountRow, proof: FactorProof, at: Date): Promise<boolean> {
    if (proof.kind === 'code') return this.otp.useStep(tx, account, proof.step);
    return this.recovery.use(tx, account.id, proof.hash, at);
  }

  /** Keeps a secret until its first code comes. */
  begin(tx: Tx, account: AccountRow, sealed: Buffer, at: Date): Promise<void> {
    return this.otp.begin(tx, account.id, sealed, at);
  }

  /** From now on a code is asked for; answers the recovery codes, undefined when the waiting secret is another by now. */
  async establish(
    tx: Tx,
    account: AccountRow,
    secret: { readonly sealed: Buffer; readonly step: number },
    at: Date,
  ): Promise<string[] | undefined> {
    if (!(await this.otp.confirm(tx, account, secret, at))) return undefined;
    return this.recovery.renew(tx, account.id, at);
  }

  async remove(tx: Tx, accountId: string, at: Date): Promise<void> {
    await this.otp.remove(tx, accountId, at);
    await this.recovery.removeAll(tx, accountId);
  }
}
