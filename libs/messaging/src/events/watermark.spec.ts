import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { advanceWatermark, type SeenNumbers } from './watermark.js';

const number = fc.integer({ min: 1, max: 30 }).map(BigInt);
const batches = fc.array(fc.array(number, { maxLength: 12 }), { maxLength: 8 });

function follow(list: readonly (readonly bigint[])[]): { seen: SeenNumbers; fresh: bigint[] } {
  let seen: SeenNumbers = { watermark: 0n, held: [] };
  const fresh: bigint[] = [];
  for (const batch of list) {
    const advance = advanceWatermark(seen, batch);
    fresh.push(...advance.fresh);
    const kept = seen.held.filter((seq) => !advance.release.includes(seq));
    seen = { watermark: advance.watermark, held: [...kept, ...advance.hold] };
  }
  return { seen, fresh };
}

describe('advanceWatermark', () => {
  it.each([
    ['in order', { watermark: 0n, held: [] }, [1n, 2n], { watermark: 2n, fresh: [1n, 2n], hold: [], release: [] }],
    ['above a hole', { watermark: 1n, held: [] }, [3n], { watermark: 1n, fresh: [3n], hold: [3n], release: [] }],
    ['into the hole', { watermark: 1n, held: [3n, 5n] }, [2n], { watermark: 3n, fresh: [2n], hold: [], release: [3n] }],
    ['known', { watermark: 4n, held: [6n] }, [4n, 6n, 1n], { watermark: 4n, fresh: [], hold: [], release: [] }],
    [
      'twice in one batch',
      { watermark: 0n, held: [] },
      [2n, 2n],
      { watermark: 0n, fresh: [2n], hold: [2n], release: [] },
    ],
  ] as const)('%s', (_name, seen, incoming, expected) => {
    expect(advanceWatermark(seen, incoming)).toEqual(expected);
  });

  it('names each number fresh once, in whatever batches it comes', () => {
    fc.assert(
      fc.property(batches, (list) => {
        const { fresh } = follow(list);
        expect([...fresh].sort(byValue)).toEqual([...new Set(list.flat())].sort(byValue));
      }),
    );
  });

  it('stands right below the first number never seen, and holds exactly what lies above', () => {
    fc.assert(
      fc.property(batches, (list) => {
        const { seen } = follow(list);
        const all = new Set(list.flat());
        let expected = 0n;
        while (all.has(expected + 1n)) expected += 1n;
        expect(seen.watermark).toBe(expected);
        expect([...seen.held].sort(byValue)).toEqual([...all].filter((seq) => seq > expected).sort(byValue));
      }),
    );
  });
});

function byValue(a: bigint, b: bigint): number {
  return Number(a - b);
}
