import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ChangePasswordRequest } from '#contracts';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SignInGate } from '../sessions/sign-in.use-case.js';
import { unrepeated } from '../sessions/unrepeated-call.js';
import { NewPassword } from './new-password.js';

/** A user's own change of password. Ends the user's other sessions. */
@Injectable()
export class ChangePasswordUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly gate: SignInGate,
    private readonly passwords: NewPassword,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(request: ChangePasswordRequest, call: WriteCall): Promise<void> {
    const { account, earlier } = await this.load(call);
    await this.assertCurrent(account, request.currentPassword, call);
    const hash = await this.passwords.hash(request.newPassword, account.username, 'newPassword', earlier);
    const at = this.settings.clock.now();
    await this.work.write(unrepeated(call), async (tx) => {
      const held = await this.accounts.lock(tx, account.id);
      if (held?.password_hash !== account.password_hash) throw new DomainError('COMMON.CONFLICT');
      await this.accounts.change(tx, account.id, { passwordHash: hash, mustChangePassword: false }, at);
      await this.accounts.rememberPassword(tx, account.id, hash, at);
      await this.sessions.endAll(tx, account.id, 'password', at, call.context.caller.sessionId);
      tx.audit({ action: 'identity.password.change', subjectKind: 'account', subjectId: account.id });
    });
  }

  private load(call: WriteCall): Promise<{ account: AccountRow; earlier: string[] }> {
    const { caller } = call.context;
    return this.work.read(caller, async (tx) => {
      const account = await this.accounts.byId(tx, caller.id);
      if (account?.active !== true) throw new DomainError('COMMON.UNAUTHENTICATED');
      return { account, earlier: [account.password_hash, ...(await this.accounts.passwordHistory(tx, account.id))] };
    });
  }

  /** Guesses at the current password count as failed sign-ins: a stolen token must not be a way around the lock. */
  private async assertCurrent(account: AccountRow, password: string, call: WriteCall): Promise<void> {
    const { guard, hasher, secret } = this.gate;
    const nameKey = secret.of('sign-in-name', account.username);
    const now = this.settings.clock.now();
    const until = await this.work.read(call.context.caller, (tx) => guard.lockedUntil(tx, nameKey, now));
    if (until !== undefined) {
      const left = Math.ceil((until.getTime() - now.getTime()) / 1_000);
      throw new DomainError('IDENTITY.LOGIN.LOCKED', { retryAfterSeconds: left });
    }
    if (await hasher.verify(password, account.password_hash)) return;
    await this.work.write(unrepeated(call), async (tx) => {
      await guard.countFailure(tx, nameKey, now);
      const note = { action: 'identity.password.change', subjectKind: 'account', subjectId: account.id };
      tx.audit({ ...note, outcome: 'refused', details: { reason: 'wrong' } });
    });
    throw new DomainError('IDENTITY.PASSWORD.WRONG', {
      errors: [{ field: 'currentPassword', code: 'IDENTITY.PASSWORD.WRONG' }],
    });
  }
}
