import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { OTP_ENROLMENT_ROLE, PASSWORD_CHANGE_ROLE, TokenIssuer } from '#auth';
import type { SessionSchema } from '#contracts';
import type { Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { hasToChangePassword, userView } from '../accounts/account.mapper.js';
import type { AccountRow } from '../accounts/account.row.js';
import { OtpPolicy } from '../second-factor/otp-policy.js';
import { IdentitySecret, sha256 } from './identity-secret.js';
import { SessionRepository } from './session.repository.js';

/** Longest life of a session (service-system.md G.3, 8.1.4.1 b). */
export const SESSION_HOURS = 8;

/** Minutes after which a session nobody uses is over. */
export const IDLE_MINUTES = Symbol('IDLE_MINUTES');

/** What is usual where nothing else is set (service-system.md G.3, 8.1.4.1 b). */
export const USUAL_IDLE_MINUTES = 30;

const TOKEN_BYTES = 32;

/** Makes the pair of tokens of a session. A successor is derived, so that it can be given again without being stored. */
@Injectable()
export class SessionTokens {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly issuer: TokenIssuer,
    private readonly secret: IdentitySecret,
    private readonly sessions: SessionRepository,
    private readonly policy: OtpPolicy,
    @Inject(IDLE_MINUTES) private readonly idleMinutes: number,
  ) {}

  first(): string {
    return randomBytes(TOKEN_BYTES).toString('base64url');
  }

  successorOf(refreshToken: string, sessionId: string): string {
    return this.secret.of('refresh-successor', sessionId, refreshToken).toString('base64url');
  }

  /** What a browser that keeps the tokens in cookies has to send with each write. */
  csrfTokenOf(sessionId: string): string {
    return this.secret.of('csrf', sessionId).toString('base64url');
  }

  /** When a session ends that somebody used last at `usedAt`; never before it would have ended anyway. */
  endAfter(usedAt: Date, session: { readonly expiresAt: Date; readonly endsAt?: Date }): Date {
    const idle = Math.max(usedAt.getTime() + this.idleMinutes * 60_000, session.endsAt?.getTime() ?? 0);
    return new Date(Math.min(idle, session.expiresAt.getTime()));
  }

  /** Stores a refresh token's hash. */
  async store(tx: Tx, refreshToken: string, session: { id: string; endsAt: Date }, at: Date): Promise<void> {
    const { id, endsAt } = session;
    await this.sessions.addRefreshToken(tx, { hash: sha256(refreshToken), sessionId: id, at, expiresAt: endsAt });
  }

  /** The answer of a sign-in or refresh. Call it while the account's row is held: its rights must still be true. */
  answer(
    account: AccountRow,
    session: { readonly id: string; readonly endsAt: Date },
    refreshToken: string,
  ): MessageInitShape<typeof SessionSchema> {
    const csrfToken = this.csrfTokenOf(session.id);
    const subject = {
      userId: account.id,
      sessionId: session.id,
      roles: this.rolesNow(account),
      scopes: account.scopes,
      csrfToken,
    };
    // Good for no longer than the session.
    const left = Math.ceil((session.endsAt.getTime() - this.settings.clock.now().getTime()) / 1_000);
    const access = this.issuer.issue(subject, Math.max(1, left));
    return {
      accessToken: access.token,
      refreshToken,
      expiresInSeconds: access.expiresInSeconds,
      csrfToken,
      user: userView(account, this.settings.clock.now(), this.policy.mustEnrol(account)),
    };
  }

  /** The account's roles, or the one that opens nothing until its user has done what is due. */
  private rolesNow(account: AccountRow): readonly string[] {
    if (hasToChangePassword(account, this.settings.clock.now())) return [PASSWORD_CHANGE_ROLE];
    return this.policy.mustEnrol(account) ? [OTP_ENROLMENT_ROLE] : account.roles;
  }
}
