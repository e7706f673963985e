import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Caller } from '#observability';
import type { ServiceSettings } from '#tier';
import {
  ACCESS_TOKEN_SECONDS,
  csrfHash,
  IDENTITY_ISSUER,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_TYPE,
} from './claims.js';
import { SigningKeys } from './signing-keys.js';

/** Whom an access token is for. */
export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  /** Area prefixes cut at digit groups; `''` is everywhere. */
  readonly scopes: readonly string[];
  /** The session's CSRF token, for browsers that keep the access token in a cookie. */
  readonly csrfToken?: string;
}

/** An access token and how long it lives. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** Makes the access tokens users get by signing in. Only the identity service (and the test harness) holds its key. */
export class TokenIssuer {
  private readonly keys: SigningKeys;

  constructor(private readonly settings: Pick<ServiceSettings, 'keysDirectory' | 'clock'>) {
    this.keys = new SigningKeys(settings.keysDirectory, 'identity', IDENTITY_ISSUER, () => settings.clock.now());
  }

  /** A token for a session; `lifetimeSeconds` may shorten its life, never lengthen it. */
  issue(subject: TokenSubject, lifetimeSeconds: number = ACCESS_TOKEN_SECONDS): IssuedToken {
    const life = Math.min(lifetimeSeconds, ACCESS_TOKEN_SECONDS);
    const { userId, sessionId, roles, scopes, csrfToken } = subject;
    const csrf = csrfToken === undefined ? {} : { csrf: csrfHash(csrfToken) };
    const claims = { sub: userId, sid: sessionId, roles, scopes, ...csrf };
    return {
      token: sign(this.keys, IDENTITY_ISSUER, claims, this.settings.clock.now(), life),
      expiresInSeconds: life,
    };
  }

  /** Makes the key now, so that verifiers know it before the first token. */
  prepare(): this {
    this.keys.active();
    return this;
  }

  /** Takes a new key into use; tokens signed with the old one stay valid until they expire. */
  rotateKey(): string {
    return this.keys.rotate().kid;
  }
}

/** Makes the tokens a service needs when no user's token is at hand. Each service has a key of its own. */
export class ServiceTokenIssuer {
  private readonly keys: SigningKeys;
  private readonly issuer: string;

  constructor(private readonly settings: Pick<ServiceSettings, 'service' | 'keysDirectory' | 'clock'>) {
    this.issuer = `service:${settings.service}`;
    this.keys = new SigningKeys(settings.keysDirectory, settings.service, this.issuer, () => settings.clock.now());
  }

  /** For a job started by a user: keeps the user's id, roles and areas, so that no job can do more than its user. */
  delegate(caller: Caller): string {
    const claims = {
      sub: caller.id,
      roles: caller.roles,
      scopes: caller.scopes,
      ...(caller.sessionId === undefined ? {} : { sid: caller.sessionId }),
      act: { sub: this.issuer },
    };
    return sign(this.keys, this.issuer, claims, this.settings.clock.now(), ACCESS_TOKEN_SECONDS);
  }

  /** For the service's own housekeeping: opens only requests that are declared for services, holds no role. */
  own(reason: string): string {
    const claims = { sub: `system:${reason}`, roles: [], scopes: [''] };
    return sign(this.keys, this.issuer, claims, this.settings.clock.now(), ACCESS_TOKEN_SECONDS);
  }
}

function sign(keys: SigningKeys, issuer: string, claims: object, now: Date, lifetimeSeconds: number): string {
  const { kid, key } = keys.active();
  const iat = now.getTime() / 1_000;
  const payload = {
    ...claims,
    iss: issuer,
    aud: TOKEN_AUDIENCE,
    jti: randomUUID(),
    iat,
    nbf: Math.floor(iat),
    exp: Math.floor(iat) + lifetimeSeconds,
  };
  const header = { alg: TOKEN_ALGORITHM, kid, typ: TOKEN_TYPE } as const;
  return jwt.sign(payload, key, { algorithm: TOKEN_ALGORITHM, header, allowInsecureKeySizes: false });
}
