import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageShape } from '@bufbuild/protobuf';
import type { Role } from '#auth';
import { DomainError, ResetOtpResponseSchema, type ResetOtpRequest } from '#contracts';
import { messageCodec, UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { userOf } from '../accounts/account.mapper.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { governs, refuseGrant } from '../accounts/grant.rules.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SecondFactor } from './second-factor.js';

/** An administrator takes the second factor of somebody who has lost it. All sessions of the account end. */
@Injectable()
export class ResetOtpUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly factor: SecondFactor,
    private readonly sessions: SessionRepository,
  ) {}

  execute({ id }: ResetOtpRequest, call: WriteCall): Promise<MessageShape<typeof ResetOtpResponseSchema>> {
    const { caller } = call.context;
    return this.work.write(
      call,
      async (tx) => {
        const account = await this.accounts.lock(tx, id);
        if (account === undefined || !governs(caller, account)) throw new DomainError('COMMON.NOT_FOUND');
        // One's own goes by password and code only: a stolen session must not be enough.
        if (id === caller.id) throw new DomainError('IDENTITY.OTP.NOT_YOURSELF');
        const refused = refuseGrant(caller, account.roles as Role[], account.scopes);
        if (refused !== null) throw new DomainError(refused);
        const at = this.settings.clock.now();
        await this.factor.remove(tx, id, at);
        await this.sessions.endAll(tx, id, 'otp', at);
        const details = { enabled: account.otp_secret !== null };
        tx.audit({ action: 'identity.otp.reset', subjectKind: 'account', subjectId: id, details });
        const after = await this.accounts.byId(tx, id);
        if (after === undefined) throw new Error('an account just changed is gone');
        return create(ResetOtpResponseSchema, { user: userOf(after, false, at) });
      },
      messageCodec(ResetOtpResponseSchema),
    );
  }
}
