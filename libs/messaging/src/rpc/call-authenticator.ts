import type { Caller } from '#observability';

/** Turns the token of a call into the caller it stands for; refuses with `COMMON.UNAUTHENTICATED`. */
export interface CallAuthenticator {
  verify(token: string): Caller | Promise<Caller>;
}
