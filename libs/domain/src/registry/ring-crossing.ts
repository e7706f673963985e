/** Longitude and latitude in degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

/** Sides of a ring, with the box each lies in. */
interface Side {
  readonly from: Position;
  readonly to: Position;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/**
 * Comparisons a ring may cost. Real outlines of 20,000 positions take well under a tenth of it; one that is made to cost more is
 * taken unchecked beyond it: a crossing outline looks wrong on the map and harms nothing else.
 */
const MOST_COMPARISONS = 5_000_000;

/**
 * Whether two sides of a closed ring cross. Sides are met from west to east, each compared with those that still reach so far.
 * Rings that touch themselves in a point are common in real files, are drawn alike everywhere, and pass.
 */
export function crossesItself(ring: readonly Position[]): boolean {
  const sides = sidesOf(ring).sort((a, b) => a.west - b.west);
  let reaching: Side[] = [];
  let compared = 0;
  for (const side of sides) {
    reaching = reaching.filter(({ east }) => east >= side.west);
    compared += reaching.length;
    if (compared > MOST_COMPARISONS) return false;
    if (reaching.some((other) => mayMeet(side, other) && cross(side, other))) return true;
    reaching.push(side);
  }
  return false;
}

function sidesOf(ring: readonly Position[]): Side[] {
  return ring.slice(1).map((to, index) => {
    const from = ring[index] ?? to;
    return {
      from,
      to,
      west: Math.min(from[0], to[0]),
      east: Math.max(from[0], to[0]),
      south: Math.min(from[1], to[1]),
      north: Math.max(from[1], to[1]),
    };
  });
}

function mayMeet(a: Side, b: Side): boolean {
  return a.south <= b.north && b.south <= a.north;
}

/** Each side has the ends of the other on its two hands. Neighbours share an end, so they never do. */
function cross(a: Side, b: Side): boolean {
  return (
    hand(a.from, a.to, b.from) * hand(a.from, a.to, b.to) < 0 &&
    hand(b.from, b.to, a.from) * hand(b.from, b.to, a.to) < 0
  );
}

/** -1 right of the line, 1 left of it, 0 on it. */
function hand([x0, y0]: Position, [x1, y1]: Position, [x, y]: Position): number {
  return Math.sign((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0));
}
