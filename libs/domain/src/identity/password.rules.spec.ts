import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMMON_PASSWORDS } from './common-passwords.js';
import { passwordChecks, refuseWeakPassword } from './password.rules.js';

describe('a new password (service-system.md G.3)', () => {
  it.each([
    ['Willow-river-7-lantern', null],
    ['correct horse battery', null],
    ['春江潮水连海平海上明月', 'IDENTITY.PASSWORD.WEAK'],
    ['春江潮水连海平海上明月共', null],
    ['aB3$efgh', null],
    ['aB3$efg', 'IDENTITY.PASSWORD.WEAK'],
    ['ab3$efghijk', 'IDENTITY.PASSWORD.WEAK'],
    ['', 'IDENTITY.PASSWORD.WEAK'],
    ['a1!Z'.repeat(16), 'IDENTITY.PASSWORD.COMMON'],
    ['Tr4velling-light-is-the-art-of-leaving-most-things-behind-at-64!', null],
    ['Tr4velling-light-is-the-art-of-leaving-most-things-behind-at-64!!', 'IDENTITY.PASSWORD.TOO_LONG'],
    ['Zhang.Xiaoming', 'IDENTITY.PASSWORD.IS_USERNAME'],
    ['ADMIN@123456', 'IDENTITY.PASSWORD.COMMON'],
    ['p@$$w0rd1234', 'IDENTITY.PASSWORD.COMMON'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'IDENTITY.PASSWORD.COMMON'],
    ['abcabcabcabcab', 'IDENTITY.PASSWORD.COMMON'],
    ['345678901234', 'IDENTITY.PASSWORD.COMMON'],
    ['qwertyuiopasdf', 'IDENTITY.PASSWORD.COMMON'],
  ])('"%s": %s', (password, expected) => {
    expect(refuseWeakPassword(password, 'zhang.xiaoming')).toBe(expected);
  });

  it('fails exactly when one of its demands does', () => {
    const passwords = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...COMMON_PASSWORDS));
    fc.assert(
      fc.property(passwords, fc.string({ maxLength: 12 }), (password, username) => {
        const all = Object.values(passwordChecks(password, username)).every(Boolean);
        expect(refuseWeakPassword(password, username) === null).toBe(all);
      }),
    );
  });

  it('is never shorter than eight nor longer than sixty-four', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (password) => {
        const length = Array.from(password).length;
        if (refuseWeakPassword(password, 'somebody') !== null) return;
        expect(length).toBeGreaterThanOrEqual(8);
        expect(length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('is compared with a list of passwords that would otherwise do', () => {
    const useless = [...COMMON_PASSWORDS].filter((word) => word.length < 8);
    expect(useless).toEqual([]);
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(100);
  });
});
