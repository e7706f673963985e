import type { VerifiedToken } from '#auth';

/** Turns the token of a call into the caller it speaks for; refuses with `COMMON.UNAUTHENTICATED`. `TokenVerifier` is one. */
export interface CallAuthenticator {
  inspect(token: string): VerifiedToken;
}
