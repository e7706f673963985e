import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GatewayRequest } from '../http/gateway-request.js';
import { ROUTE_CLASS_METADATA } from './access.decorators.js';
import { RateLimiter, type RouteClass } from './rate-limit.js';

/** Global, after the token guard: an account, or an address for open routes, may not flood us. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<GatewayRequest>();
    const targets = [execution.getHandler(), execution.getClass()];
    const declared = this.reflector.getAllAndOverride<RouteClass | undefined>(ROUTE_CLASS_METADATA, targets);
    const routeClass = declared ?? (request.method === 'GET' ? 'read' : 'write');
    this.limiter.take(routeClass, request.user?.caller.id ?? request.ip);
    return true;
  }
}
