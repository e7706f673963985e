import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { v7 } from 'uuid';
import { DomainError, type LoginRequest, type SessionSchema } from '#contracts';
import { systemCaller, type Caller } from '#observability';
import { UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { normaliseUsername } from '../accounts/account.mapper.js';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { AddressThrottle } from './address-throttle.js';
import { IdentitySecret } from './identity-secret.js';
import { KeyedQueue } from './keyed-queue.js';
import { OneTimeCode } from './one-time-code.js';
import { SESSION_HOURS, SessionTokens } from './session-tokens.js';
import { SessionRepository } from './session.repository.js';
import { LOCK_MINUTES, SignInGuardRepository } from './sign-in-guard.repository.js';
import { unrepeated } from './unrepeated-call.js';

type Session = MessageInitShape<typeof SessionSchema>;
type Refusal = 'locked' | 'wrong' | 'inactive' | 'otp_missing' | 'otp_wrong';

/** A failure is told once: the same words and the same time whether the name exists or not. */
interface Attempt {
  readonly nameKey: Buffer;
  readonly account: AccountRow | undefined;
  readonly lockedUntil: Date | undefined;
}

@Injectable()
export class SignInGate {
  constructor(
    readonly throttle: AddressThrottle,
    readonly guard: SignInGuardRepository,
    readonly hasher: PasswordHasher,
    readonly codes: OneTimeCode,
    readonly secret: IdentitySecret,
  ) {}
}

/** Opens a session for a name and a password. */
@Injectable()
export class SignInUseCase {
  private readonly queue = new KeyedQueue();

  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly gate: SignInGate,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: SessionTokens,
  ) {}

  execute(request: LoginRequest, call: WriteCall): Promise<Session> {
    this.gate.throttle.assertAllowed(request.clientAddress);
    const username = normaliseUsername(request.username);
    return this.queue.run(username, () => this.attempt(username, request, call));
  }

  private async attempt(username: string, request: LoginRequest, call: WriteCall): Promise<Session> {
    const attempt = await this.look(username);
    if (attempt.lockedUntil !== undefined) return this.refuse('locked', attempt, request, call);
    const right = await this.gate.hasher.verify(request.password, attempt.account?.password_hash);
    if (!right || attempt.account === undefined) return this.refuse('wrong', attempt, request, call);
    if (!attempt.account.active) return this.refuse('inactive', attempt, request, call);
    const step = this.codeStep(attempt.account, request.otp);
    if (typeof step === 'string') return this.refuse(step, attempt, request, call);
    return this.open(attempt.account, attempt.nameKey, step, request.password, call);
  }

  private look(username: string): Promise<Attempt> {
    const nameKey = this.gate.secret.of('sign-in-name', username);
    return this.work.read(systemCaller('sign-in'), async (tx) => ({
      nameKey,
      lockedUntil: await this.gate.guard.lockedUntil(tx, nameKey, this.now()),
      account: await this.accounts.byUsername(tx, username),
    }));
  }

  private codeStep(account: AccountRow, code: string | undefined): number | undefined | Refusal {
    if (account.otp_secret === null) return undefined;
    if (code === undefined || code === '') return 'otp_missing';
    return this.gate.codes.acceptedStep(account, code, this.now()) ?? 'otp_wrong';
  }

  private async refuse(reason: Refusal, attempt: Attempt, request: LoginRequest, call: WriteCall): Promise<never> {
    const { account, nameKey } = attempt;
    await this.work.write(unrepeated(call), async (tx) => {
      // A missing code is the ordinary first step of two, not a guess.
      const guess = reason !== 'locked' && reason !== 'otp_missing';
      const locks = guess && (await this.gate.guard.countFailure(tx, nameKey, this.now()));
      tx.audit({
        action: 'identity.sign_in',
        subjectKind: 'account',
        ...(account === undefined ? {} : { subjectId: account.id }),
        outcome: 'refused',
        details: { reason: account === undefined && reason === 'wrong' ? 'unknown' : reason, locks },
      });
    });
    if (reason !== 'otp_missing') this.gate.throttle.countFailure(request.clientAddress);
    throw refusal(reason, attempt.lockedUntil, this.now());
  }

  private open(
    account: AccountRow,
    nameKey: Buffer,
    otpStep: number | undefined,
    password: string,
    call: WriteCall,
  ): Promise<Session> {
    const at = this.now();
    const session = { id: v7(), expiresAt: new Date(at.getTime() + SESSION_HOURS * 3_600_000) };
    return this.work.write(unrepeated(call, userOf(account, session.id)), async (tx) => {
      await this.gate.guard.clear(tx, nameKey);
      await this.accounts.noteSignIn(tx, account.id, at, otpStep);
      if (this.gate.hasher.isOutdated(account.password_hash)) {
        await this.accounts.replaceHash(tx, account.id, await this.gate.hasher.hash(password));
      }
      const current = await this.accounts.lock(tx, account.id);
      if (current?.active !== true) throw new DomainError('IDENTITY.LOGIN.FAILED');
      await this.sessions.open(tx, { ...session, accountId: account.id, at });
      const refreshToken = this.tokens.first();
      await this.tokens.store(tx, refreshToken, session, at);
      tx.audit({ action: 'identity.sign_in', subjectKind: 'account', subjectId: account.id });
      return this.tokens.answer(current, session.id, refreshToken);
    });
  }

  private now(): Date {
    return this.settings.clock.now();
  }
}

function userOf(account: AccountRow, sessionId: string): Caller {
  return { kind: 'user', id: account.id, roles: account.roles, scopes: account.scopes, sessionId };
}

function refusal(reason: Refusal, lockedUntil: Date | undefined, now: Date): DomainError {
  if (reason === 'otp_missing') return new DomainError('IDENTITY.LOGIN.OTP_REQUIRED');
  if (reason !== 'locked') return new DomainError('IDENTITY.LOGIN.FAILED');
  const left = lockedUntil === undefined ? LOCK_MINUTES * 60 : (lockedUntil.getTime() - now.getTime()) / 1_000;
  return new DomainError('IDENTITY.LOGIN.LOCKED', { retryAfterSeconds: Math.max(1, Math.ceil(left)) });
}
