import { describe, expect, it } from '@jest/globals';
import { afterSignIn } from './due.js';
import type { SessionUser } from './session.js';

const user = (due: Partial<SessionUser> = {}): SessionUser =>
  ({ mustChangePassword: false, mustEnrolOtp: false, ...due }) as SessionUser;

describe('where sign-in leads', () => {
  it.each([
    [null, '/'],
    ['/today?org=990101001000', '/today?org=990101001000'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/sign-in', '/'],
    ['/sign-in/password', '/'],
  ])('to %s: %s', (to, expected) => {
    expect(afterSignIn(user(), to)).toBe(expected);
  });

  it('goes by what is due, the password first', () => {
    expect(afterSignIn(user({ mustChangePassword: true, mustEnrolOtp: true }), '/people')).toBe(
      '/sign-in/password?to=%2Fpeople',
    );
    expect(afterSignIn(user({ mustEnrolOtp: true }), null)).toBe('/sign-in/second-factor');
  });

  it('begins with signing in', () => {
    expect(afterSignIn(undefined, '/people')).toBe('/sign-in?to=%2Fpeople');
  });
});
