import type { SessionUser } from './session.js';

export const DUE_PASSWORD = '/sign-in/password';
export const DUE_SECOND_FACTOR = '/sign-in/second-factor';
const SIGN_IN = '/sign-in';

/** Where something has to be done before anything else opens; undefined when nothing is due. */
export function dueAddress(user: SessionUser): string | undefined {
  if (user.mustChangePassword) return DUE_PASSWORD;
  return user.mustEnrolOtp ? DUE_SECOND_FACTOR : undefined;
}

/** Where somebody goes from the pages of sign-in: to what is due, else to where they wanted. Only addresses of the console. */
export function afterSignIn(user: SessionUser | undefined, to: string | null): string {
  const wanted = to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith(SIGN_IN) ? to : '/';
  if (user === undefined) return withTarget(SIGN_IN, wanted);
  const due = dueAddress(user);
  return due === undefined ? wanted : withTarget(due, wanted);
}

/** An address of sign-in that remembers where somebody wanted to go. */
export function withTarget(address: string, wanted: string): string {
  return wanted === '/' ? address : `${address}?${new URLSearchParams({ to: wanted }).toString()}`;
}
