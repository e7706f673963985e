import { Injectable } from '@nestjs/common';
import type { RemoveOtpRequest } from '#contracts';
import type { WriteCall } from '#persistence';
import { SessionRepository } from '../sessions/session.repository.js';
import { OtpPolicy } from './otp-policy.js';
import { SecondFactor } from './second-factor.js';
import { SecondFactorWrite } from './second-factor-write.js';

/** Gives up the second factor, to do without it or to enrol another. Ends the user's other sessions. */
@Injectable()
export class RemoveOtpUseCase {
  constructor(
    private readonly write: SecondFactorWrite,
    private readonly factor: SecondFactor,
    private readonly sessions: SessionRepository,
    private readonly policy: OtpPolicy,
  ) {}

  execute({ currentPassword, otp }: RemoveOtpRequest, call: WriteCall): Promise<void> {
    const shown = { currentPassword, otp };
    return this.write.run('identity.otp.remove', shown, call, async (tx, account, at) => {
      await this.factor.remove(tx, account.id, at);
      await this.sessions.endAll(tx, account.id, 'otp', at, call.context.caller.sessionId);
      // The rights that hang on the second factor go with it, those of this session too.
      if (this.policy.requires(account)) await this.sessions.revokeAccess(tx, account.id, at);
    });
  }
}
