import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { mustChangePassword, mustEnrolOtp, permits } from '#auth';
import { DomainError, type ErrorCode } from '#contracts';
import type { Caller } from '#observability';
import type { GatewayRequest } from '../http/gateway-request.js';
import { AccessRules } from './access-rules.js';

/** Global, after the token guard: the caller's roles must grant the right the route declares. No declaration, no entry. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly rules: AccessRules) {}

  canActivate(execution: ExecutionContext): boolean {
    const { open, permission } = this.rules.of(execution);
    if (open) return true;
    const caller = execution.switchToHttp().getRequest<GatewayRequest>().user?.caller;
    if (caller === undefined) throw new DomainError('COMMON.UNAUTHENTICATED');
    if (permission !== undefined && permits(caller, permission)) return true;
    throw new DomainError(refusalOf(caller));
  }
}

function refusalOf(caller: Caller): ErrorCode {
  if (mustChangePassword(caller)) return 'IDENTITY.PASSWORD_CHANGE_REQUIRED';
  return mustEnrolOtp(caller) ? 'IDENTITY.OTP.ENROLMENT_REQUIRED' : 'COMMON.FORBIDDEN';
}
