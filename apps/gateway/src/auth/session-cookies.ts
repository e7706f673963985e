import { parseCookie, stringifySetCookie, type SetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JsonObject } from '@bufbuild/protobuf';

const ACCESS = 'xinqiao_access';
const REFRESH = 'xinqiao_refresh';

/** Readable by the page, which sends it back as `X-CSRF-Token`; another site's page cannot read it. */
const CSRF = 'xinqiao_csrf';

const API_PATH = '/api/v1';
const AUTH_PATH = '/api/v1/auth';

type Headers = FastifyRequest['headers'];

/** The access token a browser sends by itself. */
export function accessCookie(headers: Headers): string | undefined {
  return cookieOf(headers, ACCESS);
}

/** The refresh token a browser sends by itself, to the routes of sign-in only. */
export function refreshCookie(headers: Headers): string | undefined {
  return cookieOf(headers, REFRESH);
}

/** What the page has to send with a write when it is the cookie that says who it is. */
export function csrfHeader(headers: Headers): string | undefined {
  const given = headers['x-csrf-token'];
  return typeof given === 'string' && given !== '' && given.length <= 128 ? given : undefined;
}

/**
 * Puts the tokens of a session into cookies and answers the rest. They last as long as the browser: when they are of no
 * more use the server says.
 */
export function intoCookies(session: JsonObject, request: FastifyRequest, reply: FastifyReply): JsonObject {
  const { accessToken, refreshToken, csrfToken, ...rest } = session as Record<string, string> & JsonObject;
  send(request, reply, [
    { name: ACCESS, value: accessToken, path: API_PATH, httpOnly: true },
    { name: REFRESH, value: refreshToken, path: AUTH_PATH, httpOnly: true },
    { name: CSRF, value: csrfToken, path: '/' },
  ]);
  return rest;
}

/** Takes the cookies back. */
export function clearCookies(request: FastifyRequest, reply: FastifyReply): void {
  send(request, reply, [
    { name: ACCESS, value: '', path: API_PATH, httpOnly: true, maxAge: 0 },
    { name: REFRESH, value: '', path: AUTH_PATH, httpOnly: true, maxAge: 0 },
    { name: CSRF, value: '', path: '/', maxAge: 0 },
  ]);
}

function cookieOf(headers: Headers, name: string): string | undefined {
  const value = headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[name];
  return value === '' ? undefined : value;
}

function send(request: FastifyRequest, reply: FastifyReply, cookies: readonly SetCookie[]): void {
  const secure = request.protocol === 'https';
  const lines = cookies.map((cookie) => stringifySetCookie({ ...cookie, sameSite: 'strict', secure }));
  void reply.header('set-cookie', lines);
}
