import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crossesItself, type Position } from './ring-crossing.js';

const closed = (...positions: Position[]): Position[] => [...positions, positions[0]!];

/** A round outline: every distance from the middle gives a ring that does not cross itself. */
function starOf(distances: readonly number[]): Position[] {
  return closed(
    ...distances.map((distance, i): Position => {
      const angle = (2 * Math.PI * i) / distances.length;
      return [110 + distance * Math.cos(angle), 30 + distance * Math.sin(angle)];
    }),
  );
}

describe('a ring that crosses itself', () => {
  it.each([
    ['a bow tie', closed([0, 0], [2, 2], [2, 0], [0, 2])],
    ['a loop in a long side', closed([0, 0], [10, 0], [10, 5], [6, 5], [4, -1], [3, 5], [0, 5])],
  ])('is found: %s', (_, ring) => {
    expect(crossesItself(ring)).toBe(true);
    expect(crossesItself([...ring].reverse())).toBe(true);
  });

  it.each([
    ['a square', closed([0, 0], [1, 0], [1, 1], [0, 1])],
    ['a hollow form', closed([0, 0], [4, 0], [4, 4], [2, 1], [0, 4])],
    ['one that touches itself in a point', closed([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])],
    ['one that goes back along its own line', closed([0, 0], [2, 0], [2, 2], [2, 3], [2, 2], [0, 2])],
    ['a position that stands twice', closed([0, 0], [0, 0], [1, 0], [1, 1])],
  ])('is not: %s', (_, ring) => {
    expect(crossesItself(ring)).toBe(false);
  });

  it('is never any round outline, and always one whose way goes over to the other side and back', () => {
    const distance = fc.double({ min: 0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(distance, { minLength: 8, maxLength: 60 }), (distances) => {
        const ring = starOf(distances);
        expect(crossesItself(ring)).toBe(false);
        // Beyond the opposite side, a little beside the middle.
        const far: Position = [108, 30.0001];
        expect(crossesItself([ring[0]!, far, ...ring.slice(1)])).toBe(true);
      }),
    );
  });

  it('is looked for in the largest outlines within a moment', () => {
    const ring = starOf(Array.from({ length: 19_999 }, (_, i) => 1 + 0.001 * Math.sin(i)));
    const begin = performance.now();
    expect(crossesItself(ring)).toBe(false);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
