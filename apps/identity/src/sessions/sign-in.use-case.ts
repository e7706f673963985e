import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { v7 } from 'uuid';
import { DomainError, type LoginRequest, type SessionSchema } from '#contracts';
import { systemCaller, type Caller } from '#observability';
import { UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { normaliseUsername } from '../accounts/account.mapper.js';
import { AccountRepository } from '../accounts/account.repository.js';
import type { AccountRow } from '../accounts/account.row.js';
import type { FactorProof } from '../second-factor/second-factor.js';
import { SESSION_HOURS, SessionTokens } from './session-tokens.js';
import { SessionRepository } from './session.repository.js';
import { SignInGate } from './sign-in-gate.js';
import { LOCK_MINUTES } from './sign-in-guard.repository.js';
import { SignInPlaceRepository } from './sign-in-place.repository.js';
import { unrepeated } from './unrepeated-call.js';

type Session = MessageInitShape<typeof SessionSchema>;
type Refusal = 'locked' | 'wrong' | 'inactive' | 'otp_missing' | 'otp_wrong';

/** A failure is told once: the same words and the same time whether the name exists or not. */
interface Attempt {
  readonly nameKey: Buffer;
  readonly placeKey: Buffer;
  readonly account: AccountRow | undefined;
  readonly lockedUntil: Date | undefined;
  /** The account has signed in from this address before. */
  readonly atHome: boolean;
}

/** Everything was right so far. */
interface Passed {
  readonly account: AccountRow;
  readonly proof: FactorProof | undefined;
  readonly attempt: Attempt;
}

/** Rows a sign-in leaves. */
@Injectable()
export class SignInRecords {
  constructor(
    readonly accounts: AccountRepository,
    readonly sessions: SessionRepository,
    readonly places: SignInPlaceRepository,
  ) {}
}

/** Opens a session for a name and a password, and a code where a second factor is enrolled. */
@Injectable()
export class SignInUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly gate: SignInGate,
    private readonly records: SignInRecords,
    private readonly tokens: SessionTokens,
  ) {}

  execute(request: LoginRequest, call: WriteCall): Promise<Session> {
    const username = normaliseUsername(request.username);
    return this.gate.queue.run(username, () => this.attempt(username, request, call));
  }

  private async attempt(username: string, request: LoginRequest, call: WriteCall): Promise<Session> {
    const attempt = await this.look(username, request.clientAddress);
    if (!attempt.atHome) this.gate.throttle.assertAllowed(request.clientAddress);
    if (attempt.lockedUntil !== undefined) return this.refuse('locked', attempt, request, call);
    const right = await this.gate.hasher.verify(request.password, attempt.account?.password_hash);
    if (!right || attempt.account === undefined) return this.refuse('wrong', attempt, request, call);
    if (!attempt.account.active) return this.refuse('inactive', attempt, request, call);
    const proof = this.readCode(attempt.account, request.otp);
    if (typeof proof === 'string') return this.refuse(proof, attempt, request, call);
    const session = await this.open({ account: attempt.account, proof, attempt }, request.password, call);
    return session ?? this.refuse('otp_wrong', attempt, request, call);
  }

  private look(username: string, clientAddress: string): Promise<Attempt> {
    const { guard, secret } = this.gate;
    const nameKey = secret.of('sign-in-name', username);
    const placeKey = secret.of('sign-in-place', clientAddress);
    return this.work.read(systemCaller('sign-in'), async (tx) => {
      const account = await this.records.accounts.byUsername(tx, username);
      return {
        nameKey,
        placeKey,
        account,
        lockedUntil: await guard.lockedUntil(tx, nameKey, this.now()),
        atHome: account !== undefined && (await this.records.places.isKnown(tx, account.id, placeKey)),
      };
    });
  }

  private readCode(account: AccountRow, code: string | undefined): FactorProof | undefined | Refusal {
    if (account.otp_secret === null) return undefined;
    if (code === undefined || code === '') return 'otp_missing';
    return this.gate.factor.read(account, code, this.now()) ?? 'otp_wrong';
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

  /** Undefined when the code was used by somebody else meanwhile; nothing is written then. */
  private open(passed: Passed, password: string, call: WriteCall): Promise<Session | undefined> {
    const { account, proof } = passed;
    const id = v7();
    return this.work.write(unrepeated(call, userOf(account, id)), async (tx) => {
      const current = await this.records.accounts.lock(tx, account.id);
      if (current?.active !== true || changed(account, current)) throw new DomainError('IDENTITY.LOGIN.FAILED');
      const at = this.now();
      if (proof !== undefined && !(await this.gate.factor.use(tx, account, proof, at))) return undefined;
      await this.note(tx, passed, password, at);
      const expiresAt = new Date(at.getTime() + SESSION_HOURS * 3_600_000);
      const session = { id, endsAt: this.tokens.endAfter(at, { expiresAt }) };
      await this.records.sessions.open(tx, { id, expiresAt, accountId: account.id, at });
      const refreshToken = this.tokens.first();
      await this.tokens.store(tx, refreshToken, session, at);
      const details = { factor: proof?.kind ?? 'none' };
      tx.audit({ action: 'identity.sign_in', subjectKind: 'account', subjectId: account.id, details });
      return this.tokens.answer(current, session, refreshToken);
    });
  }

  private async note(tx: WriteTx, { account, attempt }: Passed, password: string, at: Date): Promise<void> {
    const { accounts, places } = this.records;
    await this.gate.guard.clear(tx, attempt.nameKey);
    await accounts.noteSignIn(tx, account.id, at);
    await places.note(tx, account.id, attempt.placeKey, at);
    if (!this.gate.hasher.isOutdated(account.password_hash)) return;
    await accounts.replaceHash(tx, account.id, await this.gate.hasher.hash(password));
  }

  private now(): Date {
    return this.settings.clock.now();
  }
}

/** What was checked is no longer what the account asks for. */
function changed(checked: AccountRow, current: AccountRow): boolean {
  const secrets = [checked, current].map((row) => row.otp_secret?.toString('hex'));
  return checked.password_hash !== current.password_hash || secrets[0] !== secrets[1];
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
