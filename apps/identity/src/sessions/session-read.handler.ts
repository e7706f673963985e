import { Inject } from '@nestjs/common';
import { permissionsOf } from '#auth';
import { AuthService, DomainError, type ListRevocationsRequest, type MeRequest } from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { userView } from '../accounts/account.mapper.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { OtpPolicy } from '../second-factor/otp-policy.js';
import { RecoveryCodes } from '../second-factor/recovery-codes.js';
import { SessionRepository } from './session.repository.js';

/** Reads: who am I, and what the gateway must refuse. */
@RpcController()
export class SessionReadHandler {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly recovery: RecoveryCodes,
    private readonly policy: OtpPolicy,
  ) {}

  @RpcMethod(AuthService.method.me, { permission: 'authenticated' })
  async me(_request: MeRequest, call: RpcCall) {
    const { caller } = call.context;
    return this.work.read(caller, async (tx) => {
      const account = await this.accounts.byId(tx, caller.id);
      if (account?.active !== true) throw new DomainError('COMMON.UNAUTHENTICATED');
      const { sessionId } = caller;
      const ends = sessionId === undefined ? undefined : await this.sessions.endsOf(tx, sessionId);
      return {
        user: userView(account, this.settings.clock.now(), this.policy.mustEnrol(account)),
        // Of the token, not of the account: what opens until the next refresh.
        permissions: [...permissionsOf(caller.roles)],
        otp: {
          enabled: account.otp_secret !== null,
          required: this.policy.requires(account),
          recoveryCodesLeft: await this.recovery.left(tx, account.id),
        },
        ...(ends === undefined
          ? {}
          : { sessionEndsAt: ends.ends.toISOString(), sessionLimitAt: ends.limit.toISOString() }),
      };
    });
  }

  @RpcMethod(AuthService.method.listRevocations, { permission: 'service' })
  async listRevocations(request: ListRevocationsRequest, call: RpcCall) {
    const since = new Date(request.since);
    if (Number.isNaN(since.getTime())) throw new DomainError('COMMON.MALFORMED');
    const rows = await this.work.read(call.context.caller, (tx) => this.sessions.revocationsSince(tx, since));
    return {
      items: rows.map((row) => ({
        ...(row.session_id === null ? {} : { sessionId: row.session_id }),
        ...(row.user_id === null ? {} : { userId: row.user_id }),
        notBefore: row.not_before.toISOString(),
      })),
    };
  }
}
