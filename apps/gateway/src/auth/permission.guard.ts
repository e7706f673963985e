import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mustChangePassword, permits, type Permission } from '#auth';
import { DomainError } from '#contracts';
import type { GatewayRequest } from '../http/gateway-request.js';
import { PERMISSION_METADATA, PUBLIC_METADATA } from './access.decorators.js';

/** Global, after the token guard: the caller's roles must grant the right the route declares. No declaration, no entry. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const targets = [execution.getHandler(), execution.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_METADATA, targets) === true) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION_METADATA, targets);
    const caller = execution.switchToHttp().getRequest<GatewayRequest>().user?.caller;
    if (caller === undefined) throw new DomainError('COMMON.UNAUTHENTICATED');
    if (permission !== undefined && permits(caller, permission)) return true;
    throw new DomainError(mustChangePassword(caller) ? 'IDENTITY.PASSWORD_CHANGE_REQUIRED' : 'COMMON.FORBIDDEN');
  }
}
