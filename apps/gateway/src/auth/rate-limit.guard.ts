import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { GatewayRequest } from '../http/gateway-request.js';
import { AccessRules } from './access-rules.js';
import { RateLimiter } from './rate-limit.js';

/** Global, after the token guard: an account, or an address for open routes, may not flood us. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly rules: AccessRules,
    private readonly limiter: RateLimiter,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<GatewayRequest>();
    const routeClass = this.rules.of(execution).routeClass ?? (request.method === 'GET' ? 'read' : 'write');
    this.limiter.take(routeClass, request.user?.caller.id ?? request.ip);
    return true;
  }
}
