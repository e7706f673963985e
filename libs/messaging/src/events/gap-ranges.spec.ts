import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { GapClock, missingRanges } from './gap-ranges.js';

describe('missingRanges', () => {
  it.each([
    ['nothing missing', 5n, [], 5n, []],
    ['a silent tail', 5n, [], 8n, [{ from: 6n, to: 8n }]],
    ['a hole', 2n, [5n, 6n], 6n, [{ from: 3n, to: 4n }]],
    [
      'holes and a tail',
      0n,
      [2n, 5n],
      7n,
      [
        { from: 1n, to: 1n },
        { from: 3n, to: 4n },
        { from: 6n, to: 7n },
      ],
    ],
    ['a head behind (an origin that was restored)', 9n, [11n], 4n, []],
  ])('%s', (_name, watermark, held, head, expected) => {
    expect(missingRanges({ watermark, held }, head, 100)).toEqual(expected);
  });

  it('covers exactly what is neither below the watermark nor held, lowest first, up to the limit', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.uniqueArray(number),
        fc.nat(40),
        fc.integer({ min: 1, max: 50 }),
        (mark, held, head, limit) => {
          const ranges = missingRanges({ watermark: BigInt(mark), held: held.map(BigInt) }, BigInt(head), limit);
          const named = ranges.flatMap(({ from, to }) =>
            Array.from({ length: Number(to - from) + 1 }, (_, i) => Number(from) + i),
          );
          const missing = Array.from({ length: head }, (_, i) => i + 1).filter(
            (seq) => seq > mark && !held.includes(seq),
          );
          expect(named).toEqual(missing.slice(0, limit));
        },
      ),
    );
  });
});

describe('GapClock', () => {
  it('is patient while the watermark stands and starts anew when it moves', () => {
    const clock = new GapClock();
    expect(clock.isDue(4n, 1_000, 500)).toBe(false);
    expect(clock.isDue(4n, 1_500, 500)).toBe(true);
    expect(clock.isDue(5n, 1_600, 500)).toBe(false);
    expect(clock.isDue(5n, 2_100, 500)).toBe(true);
  });

  it('doubles the pause after each request in vain, up to five minutes', () => {
    const clock = new GapClock();
    const asked: number[] = [];
    for (let now = 0; now <= 1_200_000; now += 500) {
      if (!clock.isDue(4n, now, 1_000)) continue;
      asked.push(now / 1_000);
      clock.restart(now);
    }
    expect(asked).toEqual([1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1_111]);
    expect(clock.inVain).toBe(true);
    clock.isDue(5n, 1_200_000, 1_000);
    expect(clock.inVain).toBe(false);
  });
});
