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
    expect(fetched.slice(20)).toEqual([0, 1]);
  });

  it('has the next piece on its way while one is worked off', async () => {
    const { upload, fetched } = stored(Array.from({ length: 3 }, (_, i) => Buffer.alloc(100, i)));
    await upload.read(0, 10);
    expect(fetched).toEqual([0, 1]);
    await upload.read(250, 10);
    expect(fetched).toEqual([0, 1, 2]);
  });

  it('asks again for a piece that did not come', async () => {
    let away = true;
    const upload = new StoredUpload([100, 100], (index) =>
      index === 1 && away ? Promise.reject(new Error('away')) : Promise.resolve(Buffer.alloc(100, index)),
    );
    expect(await upload.read(0, 1)).toEqual(Buffer.alloc(1, 0));
    await expect(upload.read(100, 1)).rejects.toThrow('away');
    away = false;
    expect(await upload.read(100, 1)).toEqual(Buffer.alloc(1, 1));
  });
});
