/** How often corners are pulled towards their neighbours on the borders: takes the steps out of the lines. */
const SMOOTHING_ROUNDS = 4;

/**
 * Outlines of areas made of square cells. Corners are smoothed along the finest borders and shared by all levels, so that
 * neighbours, and a whole and its parts, agree point for point.
 * @param {number} columns of the grid
 * @param {Record<string, Map<number, string>>} levels cell → code, from the whole to the finest
 * @param {(x: number, y: number) => [number, number]} project corner → position
 * @returns {Map<string, { type: 'Polygon', coordinates: [number, number][][] }>}
 */
export function outlinesOf(columns, levels, project) {
  const finest = Object.values(levels).at(-1);
  const corners = smoothed(columns + 1, edgesOf(columns, finest));
  const position = (corner) => project(...corners.get(corner));
  const outlines = new Map();
  for (const owners of Object.values(levels)) {
    const byCode = Map.groupBy(owners.keys(), (cell) => owners.get(cell));
    for (const [code, cells] of byCode) {
      const rings = ringsOf(columns, new Set(cells)).map((ring) => ring.map(position));
      // The one that holds the others comes first; further rings are holes (RFC 7946 3.1.6).
      rings.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
      outlines.set(code, { type: 'Polygon', coordinates: rings.map((ring, n) => wound(ring, n === 0)) });
    }
  }
  return outlines;
}

/** Sides of the cells where the owner changes, as pairs of corners. */
function edgesOf(columns, owners) {
  const edges = [];
  for (const cell of owners.keys()) {
    for (const { from, to, beyond } of sidesOf(columns, cell)) {
      if (owners.get(beyond) !== owners.get(cell)) edges.push([from, to]);
    }
  }
  return edges;
}

function smoothed(stride, edges) {
  const neighbours = new Map();
  for (const [from, to] of edges) {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ]) {
      if (!neighbours.has(a)) neighbours.set(a, new Set());
      neighbours.get(a).add(b);
    }
  }
  let places = new Map(
    [...neighbours.keys()].map((corner) => [corner, [corner % stride, Math.floor(corner / stride)]]),
  );
  for (let round = 0; round < SMOOTHING_ROUNDS; round += 1) {
    places = new Map(
      [...places].map(([corner, [x, y]]) => {
        const around = [...neighbours.get(corner)].map((other) => places.get(other));
        const mean = (axis) => around.reduce((sum, place) => sum + place[axis], 0) / around.length;
        return [corner, [(x + mean(0)) / 2, (y + mean(1)) / 2]];
      }),
    );
  }
  return places;
}

/** The closed lines around a set of cells, the cells on their right hand. */
function ringsOf(columns, cells) {
  const leaving = new Map();
  for (const cell of cells) {
    for (const { from, to, beyond } of sidesOf(columns, cell)) {
      if (cells.has(beyond)) continue;
      if (!leaving.has(from)) leaving.set(from, []);
      leaving.get(from).push(to);
    }
  }
  const rings = [];
  for (const [start, ends] of leaving) {
    while (ends.length > 0) {
      const ring = [start];
      for (let [before, at] = [start, ends.pop()]; ;) {
        ring.push(at);
        if (at === start) break;
        const next = takeTurn(leaving.get(at), at - before, at, columns + 1);
        [before, at] = [at, next];
      }
      rings.push(ring);
    }
  }
  return rings;
}

/** Where two corners of the set touch, the line turns right and stays with its cell. */
function takeTurn(ends, came, at, stride) {
  if (ends.length === 1) return ends.pop();
  const right = came === 1 ? stride : came === -1 ? -stride : came === stride ? -1 : 1;
  const index = ends.indexOf(at + right);
  return ends.splice(index < 0 ? 0 : index, 1)[0];
}

/** The four sides of a cell clockwise (y grows downwards), each with the cell beyond it; -1 outside the grid. */
function sidesOf(columns, cell) {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  const stride = columns + 1;
  const topLeft = y * stride + x;
  const [topRight, bottomLeft] = [topLeft + 1, topLeft + stride];
  const bottomRight = bottomLeft + 1;
  return [
    { from: topLeft, to: topRight, beyond: y > 0 ? cell - columns : -1 },
    { from: topRight, to: bottomRight, beyond: x < columns - 1 ? cell + 1 : -1 },
    { from: bottomRight, to: bottomLeft, beyond: cell + columns },
    { from: bottomLeft, to: topLeft, beyond: x > 0 ? cell - 1 : -1 },
  ];
}

/** Twice the area, positive when the ring runs counter-clockwise. */
function signedArea(ring) {
  let sum = 0;
  for (let n = 1; n < ring.length; n += 1) {
    const [[x1, y1], [x2, y2]] = [ring[n - 1], ring[n]];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

/** Outer rings counter-clockwise, holes clockwise. */
function wound(ring, isOuter) {
  return signedArea(ring) > 0 === isOuter ? ring : [...ring].reverse();
}
