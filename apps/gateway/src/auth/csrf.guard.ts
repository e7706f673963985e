import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { csrfHash } from '#auth';
import { DomainError } from '#contracts';
import { presentedToken, type GatewayRequest } from '../http/gateway-request.js';
import { csrfHeader } from './session-cookies.js';

/**
 * Global, after the token guard: a browser sends its cookie whoever wrote the page, so a write that rests on the cookie
 * must also carry what only our own page can read. The token says which value belongs to its session.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<GatewayRequest>();
    if (request.user === undefined || request.method === 'GET' || request.method === 'HEAD') return true;
    if (presentedToken(request)?.byCookie !== true) return true;
    const given = csrfHeader(request.headers);
    if (given !== undefined && csrfHash(given) === request.user.csrf) return true;
    throw new DomainError('COMMON.CSRF');
  }
}
