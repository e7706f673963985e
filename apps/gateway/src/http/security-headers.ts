import type { FastifyReply, FastifyRequest } from 'fastify';

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Swagger UI puts its styles into the page. */
const FOR_DOCS = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Set on every answer, errors and unknown paths included; a route may override `Cache-Control`. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(ALWAYS);
  void reply.header('Content-Security-Policy', request.url.startsWith('/api/docs') ? FOR_DOCS : STRICT);
  void reply.header('X-Correlation-Id', request.id);
  if (request.protocol === 'https') void reply.header('Strict-Transport-Security', 'max-age=31536000');
}

/** The page of the console makes its style elements while it runs; they carry the number used once of the answer. */
export function allowStylesOf(nonce: string, reply: FastifyReply): void {
  void reply.header('Content-Security-Policy', STRICT.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`));
}
