import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StoredUpload } from './stored-upload.js';

function stored(pieces: readonly Buffer[]): { upload: StoredUpload; fetched: number[] } {
  const fetched: number[] = [];
  const upload = new StoredUpload(
    pieces.map((piece) => piece.length),
    (index) => {
      fetched.push(index);
      return Promise.resolve(pieces[index] ?? Buffer.alloc(0));
    },
  );
  return { upload, fetched };
}

describe('a file in pieces', () => {
  it('reads like the whole file, at any place', async () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(), fc.nat(), async (parts, a, b) => {
        const whole = Buffer.concat(parts);
        const { upload } = stored(parts.map((part) => Buffer.from(part)));
        const position = a % whole.length;
        const length = 1 + (b % (whole.length - position));
        expect(Buffer.from(await upload.read(position, length))).toEqual(whole.subarray(position, position + length));
        expect(upload.size).toBe(whole.length);
      }),
    );
  });

  it('fetches each piece once when read from front to back, and keeps few', async () => {
    const { upload, fetched } = stored(Array.from({ length: 20 }, (_, i) => Buffer.alloc(100, i)));
    for (let position = 0; position < upload.size; position += 40) await upload.read(position, 40);
    expect(fetched).toEqual(Array.from({ length: 20 }, (_, i) => i));
    await upload.read(0, 1);
    expect(fetched.at(-1)).toBe(0);
  });
});
