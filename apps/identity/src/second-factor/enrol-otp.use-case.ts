import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, type ConfirmOtpRequest, type EnrolOtpRequest, type EnrolOtpResponseSchema } from '#contracts';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { AccountRow } from '../accounts/account.row.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { unrepeated } from '../sessions/unrepeated-call.js';
import { OwnAccount } from './own-account.js';
import { SecondFactor } from './second-factor.js';

type NewOtp = MessageInitShape<typeof EnrolOtpResponseSchema>;

/** Enrols an authenticator in two steps: a secret is shown, and counts once a first code of it has come back. */
@Injectable()
export class EnrolOtpUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly own: OwnAccount,
    private readonly factor: SecondFactor,
    private readonly sessions: SessionRepository,
  ) {}

  begin(request: EnrolOtpRequest, call: WriteCall): Promise<NewOtp> {
    const { currentPassword } = request;
    return this.own.prove(call, { currentPassword }, 'identity.otp.enrol', ({ account }) => this.show(account, call));
  }

  private async show(account: AccountRow, call: WriteCall): Promise<NewOtp> {
    if (account.otp_secret !== null) throw new DomainError('IDENTITY.OTP.ALREADY_ENABLED');
    const secret = this.factor.codes.create(account);
    await this.work.write(unrepeated(call), async (tx) => {
      await this.factor.begin(tx, account, secret.sealed, this.settings.clock.now());
      tx.audit({ action: 'identity.otp.enrol', subjectKind: 'account', subjectId: account.id });
    });
    return { secret: secret.base32, otpauthUri: secret.uri };
  }

  /** A wrong code is no guess here, whoever asks was shown the secret: it is refused and not counted. */
  async confirm(request: ConfirmOtpRequest, call: WriteCall): Promise<string[]> {
    const account = await this.own.load(call);
    const at = this.settings.clock.now();
    if (account.otp_secret !== null) throw new DomainError('IDENTITY.OTP.ALREADY_ENABLED');
    if (!this.factor.codes.isPending(account, at)) throw new DomainError('IDENTITY.OTP.NOT_STARTED');
    const secret = this.factor.codes.confirm(account, request.otp, at);
    if (secret === undefined) {
      throw new DomainError('IDENTITY.OTP.WRONG', { errors: [{ field: 'otp', code: 'IDENTITY.OTP.WRONG' }] });
    }
    return this.work.write(unrepeated(call), async (tx) => {
      const codes = await this.factor.establish(tx, account, secret, at);
      if (codes === undefined) throw new DomainError('COMMON.CONFLICT');
      await this.sessions.endAll(tx, account.id, 'otp', at, call.context.caller.sessionId);
      tx.audit({ action: 'identity.otp.confirm', subjectKind: 'account', subjectId: account.id });
      return codes;
    });
  }
}
