import type { FastifyRequest } from 'fastify';
import type { VerifiedToken } from '#auth';
import { accessCookie } from '../auth/session-cookies.js';

export type Locale = 'zh-CN' | 'en';

/** What the frame keeps on a request. */
export interface GatewayRequest extends FastifyRequest {
  /** Set by the access-token guard. */
  user?: VerifiedToken;
}

const CORRELATION_HEADER = 'x-correlation-id';
const CORRELATION_ID = /^[A-Za-z0-9_.-]{8,64}$/;

/** The client's correlation id when it has the shape of one, else none. */
export function givenCorrelationId(headers: FastifyRequest['headers']): string | undefined {
  const given = headers[CORRELATION_HEADER];
  return typeof given === 'string' && CORRELATION_ID.test(given) ? given : undefined;
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(request: { headers: FastifyRequest['headers'] }): string | undefined {
  const header = request.headers.authorization;
  return header?.slice(0, 7).toLowerCase() === 'bearer ' ? header.slice(7).trim() : undefined;
}

/** The access token of a request. A bearer header, where there is one, wins over the cookie, even when it is no good. */
export function presentedToken(request: {
  headers: FastifyRequest['headers'];
}): { readonly token: string; readonly byCookie: boolean } | undefined {
  const bearer = bearerToken(request);
  if (bearer !== undefined) return { token: bearer, byCookie: false };
  const cookie = accessCookie(request.headers);
  return cookie === undefined ? undefined : { token: cookie, byCookie: true };
}

/** zh-CN unless the client asks for English first. */
export function localeOf(headers: FastifyRequest['headers']): Locale {
  const wanted = (headers['accept-language'] ?? '').slice(0, 200).toLowerCase();
  const english = wanted.indexOf('en');
  const chinese = wanted.indexOf('zh');
  return english >= 0 && (chinese < 0 || english < chinese) ? 'en' : 'zh-CN';
}
