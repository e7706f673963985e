import { createHash } from 'node:crypto';
import type { Caller } from '#observability';

/** Audience of every access token of this product. */
export const TOKEN_AUDIENCE = 'xinqiao';

/** `iss` of tokens users get by signing in. */
export const IDENTITY_ISSUER = 'identity';

/** Media type in the header (RFC 9068): an access token is never mistaken for another kind of JWT. */
export const TOKEN_TYPE = 'at+jwt';

/** The only signature algorithm accepted. */
export const TOKEN_ALGORITHM = 'ES256';

/** Longest life of an access token. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** What an access token says. */
export interface AccessClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  /** With fractions of a second, so that a revocation separates tokens of the same second. */
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly jti: string;
  readonly sid?: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Hash of the session's CSRF token: what a write needs that comes with this token in a cookie. */
  readonly csrf?: string;
}

/** A token after all checks. */
export interface VerifiedToken {
  readonly caller: Caller;
  /** `identity`, or `service:<name>` for tokens a service made for a job or for itself. */
  readonly issuer: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** `csrfHash` of the session's CSRF token; a token without it opens no write from a cookie. */
  readonly csrf?: string;
}

/** Whether a service issued the token: a delegated one (a user's, for a job) or its own. */
export function isServiceToken(token: VerifiedToken): boolean {
  return token.issuer.startsWith('service:');
}

/** Reads the claims of a token whose signature was checked; null when one is missing or of the wrong type. */
export function readClaims(payload: unknown): AccessClaims | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const claims = payload as Record<string, unknown>;
  const texts = [claims['iss'], claims['aud'], claims['sub'], claims['jti']];
  const instants = [claims['iat'], claims['nbf'], claims['exp']];
  const sound =
    texts.every((value) => typeof value === 'string' && value !== '') &&
    instants.every((value) => typeof value === 'number' && Number.isFinite(value)) &&
    [claims['roles'], claims['scopes']].every(isTextList) &&
    [claims['sid'], claims['csrf']].every((value) => value === undefined || typeof value === 'string');
  return sound ? (claims as unknown as AccessClaims) : null;
}

/** On whose behalf a token speaks. */
export function callerOf(claims: AccessClaims): Caller {
  const own = claims.iss.startsWith('service:') && claims.sub.startsWith('system:');
  return {
    kind: own ? 'system' : 'user',
    id: claims.sub,
    roles: claims.roles,
    scopes: claims.scopes,
    ...(claims.sid === undefined ? {} : { sessionId: claims.sid }),
  };
}

/** What a token says of the CSRF token of its session: enough to check it, not enough to make it. */
export function csrfHash(csrfToken: string): string {
  return createHash('sha256').update(csrfToken).digest('base64url');
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
