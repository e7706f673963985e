import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hmacSha256 } from './hmac.js';

const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));

describe('HMAC-SHA-256', () => {
  it('is what OpenSSL makes of the same key and data', () => {
    fc.assert(
      fc.property(bytes(1, 64), fc.oneof(bytes(0, 300), bytes(1_000, 1_100)), (key, data) => {
        const expected = createHmac('sha256', key).update(data).digest('hex');
        // Twice: the second time with what was kept of the key.
        expect([hmacSha256(key, data), hmacSha256(key, data)].map((mac) => mac.toString('hex'))).toEqual([
          expected,
          expected,
        ]);
      }),
    );
  });

  // RFC 4231, test case 2.
  it('is the published value', () => {
    const mac = hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?'));
    expect(mac.toString('hex')).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('takes no key longer than a block', () => {
    expect(() => hmacSha256(Buffer.alloc(65), Buffer.alloc(1))).toThrow(RangeError);
  });
});
