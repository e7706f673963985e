import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageShape } from '@bufbuild/protobuf';
import { ChangePasswordResponseSchema, DomainError, type ChangePasswordRequest } from '#contracts';
import { messageCodec, UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import { OwnAccount } from '../second-factor/own-account.js';
import { IdentitySecret } from '../sessions/identity-secret.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { NewPassword } from './new-password.js';

type Answer = MessageShape<typeof ChangePasswordResponseSchema>;

const CODEC = messageCodec(ChangePasswordResponseSchema);

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
    private readonly secret: IdentitySecret,
  ) {}

  execute(request: ChangePasswordRequest, call: WriteCall): Promise<Answer> {
    const { currentPassword, newPassword } = request;
    const keyed = this.secret.withKeyedDigest(call);
    return this.own.prove(
      call,
      { currentPassword },
      'identity.password.change',
      ({ account }) => this.change(account, newPassword, keyed),
      () => this.work.firstAnswer(keyed, CODEC),
    );
  }

  private async change(account: AccountRow, newPassword: string, call: WriteCall): Promise<Answer> {
    const history = await this.work.read(call.context.caller, (tx) => this.accounts.passwordHistory(tx, account.id));
    // Another process may have finished the same request since the account was read; its password is in the history now.
    const first = await this.work.firstAnswer(call, CODEC);
    if (first !== undefined) return first;
    const earlier = [account.password_hash, ...history];
    const hash = await this.passwords.hash(newPassword, account.username, 'newPassword', earlier);
    return this.work.write(call, (tx) => this.store(tx, account, hash), CODEC);
  }

  private async store(tx: WriteTx, account: AccountRow, hash: string): Promise<Answer> {
    const at = this.settings.clock.now();
    const held = await this.accounts.lock(tx, account.id);
    if (held?.password_hash !== account.password_hash) throw new DomainError('COMMON.CONFLICT');
    await this.accounts.change(tx, account.id, { passwordHash: hash, mustChangePassword: false }, at);
    await this.accounts.rememberPassword(tx, account.id, hash, at);
    await this.sessions.endAll(tx, account.id, 'password', at, tx.caller.sessionId);
    tx.audit({ action: 'identity.password.change', subjectKind: 'account', subjectId: account.id });
    return create(ChangePasswordResponseSchema);
  }
}
