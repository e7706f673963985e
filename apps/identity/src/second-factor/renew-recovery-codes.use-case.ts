import { Injectable } from '@nestjs/common';
import type { RenewRecoveryCodesRequest } from '#contracts';
import type { WriteCall } from '#persistence';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorWrite } from './second-factor-write.js';

/** New recovery codes in place of the old ones. */
@Injectable()
export class RenewRecoveryCodesUseCase {
  constructor(
    private readonly write: SecondFactorWrite,
    private readonly recovery: RecoveryCodes,
  ) {}

  execute({ currentPassword, otp }: RenewRecoveryCodesRequest, call: WriteCall): Promise<string[]> {
    const shown = { currentPassword, otp };
    return this.write.run('identity.otp.recovery_codes', shown, call, (tx, account, at) =>
      this.recovery.renew(tx, account.id, at),
    );
  }
}
