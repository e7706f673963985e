import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password-hasher.js';

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();

  it('knows the password again, and no other', async () => {
    const hash = await hasher.hash('Willow-river-7');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await hasher.verify('Willow-river-7', hash)).toBe(true);
    expect(await hasher.verify('Willow-river-8', hash)).toBe(false);
  });

  it('makes another hash each time', async () => {
    expect(await hasher.hash('same')).not.toBe(await hasher.hash('same'));
  });

  it('reads a hash made elsewhere (reference implementation, m=64 MiB, t=2)', async () => {
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await hasher.verify('password', reference)).toBe(true);
    expect(hasher.isOutdated(reference)).toBe(true);
    expect(hasher.isOutdated(await hasher.hash('x'))).toBe(false);
  });

  it('takes a password typed in another composition of the same letters', async () => {
    const hash = await hasher.hash('Zo\u00eb-und-die-Blumen');
    expect(await hasher.verify('Zoe\u0308-und-die-Blumen', hash)).toBe(true);
  });

  it.each([undefined, '', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=1,t=1,p=1$x$'])(
    'refuses every password without a usable hash (%s)',
    async (hash) => {
      expect(await hasher.verify('anything', hash)).toBe(false);
    },
  );

  it('refuses more work than it can hold', async () => {
    const busy = new PasswordHasher();
    const results = await Promise.allSettled(Array.from({ length: 80 }, () => busy.hash('x')));
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(80 - 66);
    expect(await busy.verify('x', await busy.hash('x'))).toBe(true);
  });
});
