import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ErrorCode } from '#contracts';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import { SignInGate } from '../sessions/sign-in-gate.js';
import { unrepeated } from '../sessions/unrepeated-call.js';
import type { FactorProof } from './second-factor.js';

/** What has to be shown again, beside the session. */
interface Given {
  readonly currentPassword: string;
  readonly otp?: string;
}

export interface Proven {
  readonly account: AccountRow;
  /** Still to be used up; there when a code was given. */
  readonly proof?: FactorProof;
}

/**
 * Makes sure that it is the user who asks, not just somebody at the user's desk. Guesses count as failed sign-ins, one
 * after the other: a stolen session must not be a way around the lock.
 */
@Injectable()
export class OwnAccount {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly gate: SignInGate,
    private readonly accounts: AccountRepository,
  ) {}

  async load(call: WriteCall): Promise<AccountRow> {
    const { caller } = call.context;
    const account = await this.work.read(caller, (tx) => this.accounts.byId(tx, caller.id));
    if (account?.active !== true) throw new DomainError('COMMON.UNAUTHENTICATED');
    return account;
  }

  /**
   * `work` runs before the next guess is looked at: what it refuses is counted in time. A repeat for which `first` has an answer is
   * no guess.
   */
  async prove<T>(
    call: WriteCall,
    given: Given,
    action: string,
    work: (proven: Proven) => Promise<T>,
    first: () => Promise<T | undefined> = () => Promise.resolve(undefined),
  ): Promise<T> {
    const { username } = await this.load(call);
    return this.gate.queue.run(username, async () => {
      const account = await this.load(call);
      return (await first()) ?? work(await this.check(account, given, action, call));
    });
  }

  /** Counts a wrong code and refuses it. */
  async refuse(account: AccountRow, action: string, code: ErrorCode, field: string, call: WriteCall): Promise<never> {
    const nameKey = this.gate.secret.of('sign-in-name', account.username);
    await this.work.write(unrepeated(call), async (tx) => {
      const locks = await this.gate.guard.countFailure(tx, nameKey, this.settings.clock.now());
      const note = { action, subjectKind: 'account', subjectId: account.id };
      tx.audit({ ...note, outcome: 'refused', details: { reason: field === 'otp' ? 'otp_wrong' : 'wrong', locks } });
    });
    throw new DomainError(code, { errors: [{ field, code }] });
  }

  private async check(account: AccountRow, given: Given, action: string, call: WriteCall): Promise<Proven> {
    await this.assertOpen(account, call);
    const right = await this.gate.hasher.verify(given.currentPassword, account.password_hash);
    if (!right) return this.refuse(account, action, 'IDENTITY.PASSWORD.WRONG', 'currentPassword', call);
    if (given.otp === undefined) return { account };
    if (account.otp_secret === null) throw new DomainError('IDENTITY.OTP.NOT_ENABLED');
    const proof = this.gate.factor.read(account, given.otp, this.settings.clock.now());
    if (proof === undefined) return this.refuse(account, action, 'IDENTITY.OTP.WRONG', 'otp', call);
    return { account, proof };
  }

  private async assertOpen(account: AccountRow, call: WriteCall): Promise<void> {
    const nameKey = this.gate.secret.of('sign-in-name', account.username);
    const now = this.settings.clock.now();
    const until = await this.work.read(call.context.caller, (tx) => this.gate.guard.lockedUntil(tx, nameKey, now));
    if (until === undefined) return;
    const left = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));
    throw new DomainError('IDENTITY.LOGIN.LOCKED', { retryAfterSeconds: left });
  }
}
