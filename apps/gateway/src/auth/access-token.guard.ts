import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { TokenVerifier } from '#auth';
import { DomainError } from '#contracts';
import { presentedToken, type GatewayRequest } from '../http/gateway-request.js';
import { AccessRules } from './access-rules.js';
import { RateLimiter } from './rate-limit.js';

/** Global: every route needs a valid access token, as bearer or cookie, unless it is `@Public()`. A known token skips passport. */
@Injectable()
export class AccessTokenGuard extends AuthGuard('jwt') {
  constructor(
    private readonly rules: AccessRules,
    private readonly verifier: TokenVerifier,
    private readonly limiter: RateLimiter,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (this.rules.of(execution).open) return true;
    const request = execution.switchToHttp().getRequest<GatewayRequest>();
    const token = presentedToken(request)?.token;
    if (token === undefined) {
      // Nothing to check, so it counts apart: whoever knocks without a token must not shut the door for those with one.
      this.limiter.take('read', `nobody ${request.ip}`);
      throw new DomainError('COMMON.UNAUTHENTICATED');
    }
    const known = this.verifier.recall(token);
    if (known === undefined) return this.check(execution, request);
    request.user = known;
    return true;
  }

  /** Only tokens never seen cost a signature check. Forging is bounded by address; those handed out here are known. */
  private async check(execution: ExecutionContext, request: GatewayRequest): Promise<boolean> {
    const who = `forged ${request.ip}`;
    this.limiter.refuseAbove('signIn', who);
    try {
      return (await super.canActivate(execution)) === true;
    } catch (error) {
      this.limiter.count('signIn', who);
      throw error;
    }
  }

  override handleRequest<T>(error: unknown, user: T | false | null | undefined): T {
    if (user !== false && user !== null && user !== undefined && (error === null || error === undefined)) return user;
    throw new DomainError('COMMON.UNAUTHENTICATED', { cause: error });
  }
}
