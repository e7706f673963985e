import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { DomainError } from '#contracts';
import type { Caller } from '#observability';
import type { ServiceSettings } from '#tier';
import {
  ACCESS_TOKEN_SECONDS,
  callerOf,
  readClaims,
  TOKEN_ALGORITHM,
  TOKEN_AUDIENCE,
  TOKEN_TYPE,
  type VerifiedToken,
} from './claims.js';
import { PublicKeys } from './public-keys.js';
import type { RevocationList } from './revocation-list.js';

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Longer strings are no token of ours. */
const MAX_TOKEN_LENGTH = 8_192;

const CACHE_SIZE = 5_000;

/** A token whose signature was checked, and the key it was checked with. */
interface KnownToken {
  readonly verified: VerifiedToken;
  readonly kid: string;
}

/**
 * Turns an access token into the caller it speaks for, or refuses it with COMMON.UNAUTHENTICATED. The signature of a
 * token is checked once and remembered; its key, expiry and revocation are checked each time.
 */
export class TokenVerifier {
  private readonly keys: PublicKeys;
  private readonly known = new Map<string, KnownToken>();

  constructor(
    private readonly settings: Pick<ServiceSettings, 'keysDirectory' | 'clock'>,
    private readonly revocations?: RevocationList,
  ) {
    this.keys = new PublicKeys(settings.keysDirectory);
  }

  /** The caller of a valid token. */
  verify(token: string): Caller {
    return this.inspect(token).caller;
  }

  /** As `verify`, with issuer and life time. */
  inspect(token: string): VerifiedToken {
    return this.recall(token) ?? this.admit(token, this.checkSignature(token));
  }

  /** A token seen before that is still good; undefined for one not seen. */
  recall(token: string): VerifiedToken | undefined {
    const known = this.known.get(token);
    if (known === undefined) return undefined;
    this.refuseEnded(token, known);
    return known.verified;
  }

  /** The public key a token's header names, only for the one algorithm and token type; undefined otherwise. */
  keyFor(token: string): KeyObject | undefined {
    if (token.length > MAX_TOKEN_LENGTH) return undefined;
    const header = decodeHeader(token);
    if (header?.alg !== TOKEN_ALGORITHM || header.typ !== TOKEN_TYPE || header.kid === undefined) return undefined;
    return this.keys.find(header.kid)?.key;
  }

  /** Accepts a token whose signature was checked with `keyFor`, after checking every claim. */
  admit(token: string, payload: unknown): VerifiedToken {
    const claims = readClaims(payload);
    const latest = this.seconds() + CLOCK_TOLERANCE_SECONDS;
    const kid = decodeHeader(token)?.kid ?? '';
    const sound =
      claims !== null &&
      claims.aud === TOKEN_AUDIENCE &&
      claims.iss === this.keys.find(kid)?.issuer &&
      claims.nbf <= latest &&
      // A token from the future would outlive its key and pass every revocation until then.
      claims.iat <= latest &&
      claims.exp - claims.iat <= ACCESS_TOKEN_SECONDS + 1;
    if (!sound) throw new DomainError('COMMON.UNAUTHENTICATED');
    const verified = {
      caller: callerOf(claims),
      issuer: claims.iss,
      issuedAt: claims.iat,
      expiresAt: claims.exp,
      ...(claims.csrf === undefined ? {} : { csrf: claims.csrf }),
    };
    const known = { verified, kid };
    this.refuseEnded(token, known);
    this.remember(token, known);
    return verified;
  }

  private checkSignature(token: string): unknown {
    const key = this.keyFor(token);
    if (key === undefined) throw new DomainError('COMMON.UNAUTHENTICATED');
    try {
      return jwt.verify(token, key, {
        algorithms: [TOKEN_ALGORITHM],
        audience: TOKEN_AUDIENCE,
        clockTimestamp: this.seconds(),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
    } catch (cause) {
      throw new DomainError('COMMON.UNAUTHENTICATED', { cause });
    }
  }

  private refuseEnded(token: string, { verified, kid }: KnownToken): void {
    const expired = verified.expiresAt + CLOCK_TOLERANCE_SECONDS <= this.seconds();
    const trusted = this.keys.find(kid)?.issuer === verified.issuer;
    if (!expired && trusted && this.revocations?.covers(verified) !== true) return;
    this.known.delete(token);
    throw new DomainError('COMMON.UNAUTHENTICATED');
  }

  private remember(token: string, known: KnownToken): void {
    if (this.known.size >= CACHE_SIZE) {
      const oldest = this.known.keys().next();
      if (oldest.done !== true) this.known.delete(oldest.value);
    }
    this.known.set(token, known);
  }

  private seconds(): number {
    return this.settings.clock.now().getTime() / 1_000;
  }
}

function decodeHeader(token: string): jwt.JwtHeader | null {
  try {
    const header = jwt.decode(token, { complete: true })?.header;
    return header ?? null;
  } catch {
    return null;
  }
}
