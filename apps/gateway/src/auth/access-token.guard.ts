import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { TokenVerifier } from '#auth';
import { DomainError } from '#contracts';
import { bearerToken, type GatewayRequest } from '../http/gateway-request.js';
import { AccessRules } from './access-rules.js';
import { RateLimiter } from './rate-limit.js';

/** Global: every route needs a valid access token unless it is `@Public()`. A token already known skips passport. */
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
    const token = bearerToken(request);
    const known = token === undefined ? undefined : this.verifier.recall(token);
    if (known === undefined) {
      // Only tokens never seen cost a signature check: forging them is bounded by address.
      this.limiter.take('signIn', `token ${request.ip}`);
      return (await super.canActivate(execution)) === true;
    }
    request.user = known;
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false | null | undefined): T {
    if (user !== false && user !== null && user !== undefined && (error === null || error === undefined)) return user;
    throw new DomainError('COMMON.UNAUTHENTICATED', { cause: error });
  }
}
