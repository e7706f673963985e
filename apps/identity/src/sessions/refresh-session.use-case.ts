import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, type RefreshRequest, type SessionSchema } from '#contracts';
import { UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from '../accounts/account.repository.js';
import { sha256 } from './identity-secret.js';
import { judgeRefresh, type RefreshVerdict } from './refresh.rules.js';
import { SessionTokens } from './session-tokens.js';
import { SessionRepository, type RefreshRow } from './session.repository.js';
import { unrepeated } from './unrepeated-call.js';

type Session = MessageInitShape<typeof SessionSchema>;

/** Exchanges a refresh token for its successor and a fresh access token. */
@Injectable()
export class RefreshSessionUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: SessionTokens,
  ) {}

  async execute(request: RefreshRequest, call: WriteCall): Promise<Session> {
    // The revocation of a stolen session must be committed: the refusal is raised outside the transaction.
    const session = await this.work.write(unrepeated(call), (tx) => this.use(tx, request, call));
    if (session === null) throw new DomainError('IDENTITY.SESSION.ENDED');
    return session;
  }

  private async use(tx: WriteTx, request: RefreshRequest, call: WriteCall): Promise<Session | null> {
    const { refreshToken, csrfToken } = request;
    const hash = sha256(refreshToken);
    const now = this.settings.clock.now();
    const key = call.context.idempotencyKey;
    const keyHash = key === undefined ? null : sha256(key);
    const token = await this.sessions.lockRefreshToken(tx, hash);
    if (token === undefined) return this.refuse(tx, 'ended');
    const byCookie = csrfToken !== undefined;
    if (byCookie) this.assertCsrf(token.session_id, csrfToken);
    const verdict = judgeRefresh(token, { keyHash, byCookie }, now);
    if (verdict === 'reuse') await this.sessions.end(tx, token.session_id, 'reuse', now);
    if (verdict === 'reuse' || verdict === 'ended') return this.refuse(tx, verdict, token);
    const account = await this.accounts.holdUnchanged(tx, token.account_id);
    if (account?.active !== true) return this.refuse(tx, 'ended', token);
    const successor = this.tokens.successorOf(refreshToken, token.session_id);
    const session = { id: token.session_id, endsAt: this.endOf(token, request, now) };
    if (verdict === 'rotate') await this.rotate(tx, hash, { session, successor, keyHash, now });
    return this.tokens.answer(account, session, successor);
  }

  /** Only its user makes a session last longer, not a page that renews its tokens by itself. */
  private endOf(token: RefreshRow, { idleSeconds = 0 }: RefreshRequest, now: Date): Date {
    const usedAt = new Date(now.getTime() - idleSeconds * 1_000);
    return this.tokens.endAfter(usedAt, { expiresAt: token.session_expires_at, endsAt: token.expires_at });
  }

  /** Refused before anything happens: a page of somebody else's must not even end the session. */
  private assertCsrf(sessionId: string, given: string): void {
    const [own, other] = [this.tokens.csrfTokenOf(sessionId), given].map((token) => sha256(token));
    if (own === undefined || other === undefined || !own.equals(other)) throw new DomainError('COMMON.CSRF');
  }

  private async rotate(
    tx: WriteTx,
    hash: Buffer,
    use: { session: { id: string; endsAt: Date }; successor: string; keyHash: Buffer | null; now: Date },
  ): Promise<void> {
    const { session, successor, keyHash, now } = use;
    await this.sessions.markUsed(tx, hash, { at: now, keyHash, successorHash: sha256(successor) });
    await this.sessions.touch(tx, session.id, now);
    await this.tokens.store(tx, successor, session, now);
  }

  private refuse(tx: WriteTx, reason: RefreshVerdict, token?: RefreshRow): null {
    tx.audit({
      action: 'identity.refresh',
      subjectKind: 'session',
      ...(token === undefined ? {} : { subjectId: token.session_id }),
      outcome: 'refused',
      details: { reason: token === undefined ? 'unknown' : reason },
    });
    return null;
  }
}
