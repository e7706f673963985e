import type { FastifyReply, FastifyRequest } from 'fastify';

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Swagger UI puts its styles into the page. */
const FOR_DOCS = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const ALWAYS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
];

/** Set on every answer, errors and unknown paths included; a route may override `Cache-Control`. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  for (const [name, value] of ALWAYS) void reply.header(name, value);
  void reply.header('Content-Security-Policy', request.url.startsWith('/api/docs') ? FOR_DOCS : STRICT);
  void reply.header('X-Correlation-Id', request.id);
  if (request.protocol === 'https') void reply.header('Strict-Transport-Security', 'max-age=31536000');
}
