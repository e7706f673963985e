import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type ChangePasswordRequest } from '#contracts';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import { OwnAccount } from '../second-factor/own-account.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { unrepeated } from '../sessions/unrepeated-call.js';
import { NewPassword } from './new-password.js';

/** A user's own change of password. Ends the user's other sessions. */
@Injectable()
export class ChangePasswordUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly own: OwnAccount,
    private readonly passwords: NewPassword,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
  ) {}

  execute(request: ChangePasswordRequest, call: WriteCall): Promise<void> {
    const { currentPassword, newPassword } = request;
    return this.own.prove(call, { currentPassword }, 'identity.password.change', ({ account }) =>
      this.change(account, newPassword, call),
    );
  }

  private async change(account: AccountRow, newPassword: string, call: WriteCall): Promise<void> {
    const history = await this.work.read(call.context.caller, (tx) => this.accounts.passwordHistory(tx, account.id));
    const earlier = [account.password_hash, ...history];
    const hash = await this.passwords.hash(newPassword, account.username, 'newPassword', earlier);
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
}
