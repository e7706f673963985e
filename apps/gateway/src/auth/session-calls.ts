import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@bufbuild/protobuf';
import type { FastifyReply } from 'fastify';
import { TokenVerifier } from '#auth';
import { AuthService, DomainError } from '#contracts';
import type { CallContext } from '#observability';
import type { GatewayRequest } from '../http/gateway-request.js';
import { RestCall } from '../http/rest-call.js';
import { RateLimiter } from './rate-limit.js';
import { clearCookies, csrfHeader, intoCookies, refreshCookie } from './session-cookies.js';
import type { LoginDto, RefreshDto } from './session.dto.js';

interface Exchange {
  readonly request: GatewayRequest;
  readonly reply: FastifyReply;
}

/** Opens and renews sessions: as a pair of tokens in the answer, or as cookies and nothing in the answer. */
@Injectable()
export class SessionCalls {
  constructor(
    private readonly rest: RestCall,
    private readonly limiter: RateLimiter,
    private readonly verifier: TokenVerifier,
  ) {}

  async open(body: LoginDto, clientAddress: string, context: CallContext, at: Exchange): Promise<JsonObject> {
    const { username, password, otp, session: kind } = body;
    // By name, so that nobody shuts out a whole office; failures by address are counted where they are judged.
    this.limiter.take('signIn', `${clientAddress} ${username.toLowerCase()}`);
    const request = { username, password, clientAddress, ...(otp === undefined ? {} : { otp }) };
    const session = await this.rest.member('session', AuthService.method.login, request, context);
    return this.handOut(session, kind === 'cookie', at);
  }

  async renew(body: RefreshDto, clientAddress: string, context: CallContext, at: Exchange): Promise<JsonObject> {
    const { refreshToken, idleSeconds } = body;
    const byCookie = refreshToken === undefined;
    const token = refreshToken ?? refreshCookie(at.request.headers);
    if (token === undefined) throw new DomainError('IDENTITY.SESSION.ENDED');
    const csrfToken = byCookie ? csrfHeader(at.request.headers) : undefined;
    if (byCookie && csrfToken === undefined) throw new DomainError('COMMON.CSRF');
    const request = {
      refreshToken: token,
      clientAddress,
      ...(csrfToken === undefined ? {} : { csrfToken }),
      ...(idleSeconds === undefined ? {} : { idleSeconds }),
    };
    try {
      const session = await this.refresh(request, context);
      return this.handOut(session, byCookie, at);
    } catch (error) {
      const ended = error instanceof DomainError && error.code === 'IDENTITY.SESSION.ENDED';
      if (byCookie && ended) clearCookies(at.request, at.reply);
      throw error;
    }
  }

  /** Made-up tokens are bounded by address; good ones are not counted. */
  private async refresh(
    request: { refreshToken: string; clientAddress: string },
    context: CallContext,
  ): Promise<JsonObject> {
    const who = `refresh ${request.clientAddress}`;
    this.limiter.refuseAbove('signIn', who);
    try {
      return await this.rest.member('session', AuthService.method.refresh, request, context);
    } catch (error) {
      if (error instanceof DomainError && error.category === 'unauthenticated') this.limiter.count('signIn', who);
      throw error;
    }
  }

  private handOut(session: JsonObject, byCookie: boolean, { request, reply }: Exchange): JsonObject {
    // Known from now on: its first use is never counted with tokens somebody made up.
    this.verifier.inspect(session['accessToken'] as string);
    if (byCookie) return intoCookies(session, request, reply);
    const { csrfToken: _forCookiesOnly, ...tokens } = session;
    return tokens;
  }
}
