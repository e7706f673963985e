/** What only the gateway is told from outside. */
export interface GatewayOptions {
  /** Requests an account may make per window and route class. Counted per process. */
  readonly rateLimits: RateLimits;
  /** Proxies in front whose forwarded-for header is believed: addresses or networks; empty = none. */
  readonly trustedProxies: readonly string[];
}

/** Requests per ten seconds. */
export interface RateLimits {
  readonly read: number;
  readonly write: number;
  /** Sign-ins per name and address, refused refreshes and forged tokens per address, guesses at the own password per account. */
  readonly signIn: number;
  /** Imports, exports, recomputations. */
  readonly heavy: number;
}

export const GATEWAY_OPTIONS = Symbol('GATEWAY_OPTIONS');

export const DEFAULT_GATEWAY_OPTIONS: GatewayOptions = {
  rateLimits: { read: 20_000, write: 10_000, signIn: 100, heavy: 60 },
  trustedProxies: [],
};
