import { outlinesOf } from './cell-outlines.mjs';
import { Random } from './random.mjs';

/** Cells of the grid the made-up county is cut from. */
const COLUMNS = 112;
const ROWS = 92;
/** Open sea, so that nothing here can be taken for a real place. */
const WEST = 124.1;
const SOUTH = 29.4;
const DEGREES_PER_CELL = 0.005;

/** Where each street lies, and how dearly it buys ground: towns spread, the inner city is dense. */
const STREETS = {
  '001': { x: 0.42, y: 0.44, cost: 1.9 },
  '002': { x: 0.56, y: 0.43, cost: 1.9 },
  '003': { x: 0.58, y: 0.58, cost: 1.8 },
  '004': { x: 0.42, y: 0.6, cost: 1.8 },
  '005': { x: 0.72, y: 0.76, cost: 1.2 },
  100: { x: 0.18, y: 0.3, cost: 0.9 },
  101: { x: 0.8, y: 0.22, cost: 0.9 },
};

/**
 * Outlines of the demonstration's district, streets and communities as a GeoJSON FeatureCollection: neighbours share their
 * border point for point, without gaps. The same tree always gives the same shapes.
 * @param {ReturnType<typeof import('./area-tree.mjs').buildAreaTree>} tree
 */
export function buildAreaShapes(tree) {
  const random = new Random(99_010_1);
  const cells = landCells();
  const cost = new Map(cells.map((cell) => [cell, 0.6 + random.next()]));
  const streets = growStreets(tree.streets, cells, cost);
  const communities = new Map();
  for (const street of tree.streets) {
    const own = tree.communities.filter((one) => one.code.startsWith(street.code.slice(0, 9)));
    const ground = cells.filter((cell) => streets.get(cell) === street.code);
    for (const [cell, code] of growCommunities(own, ground, cost, random)) communities.set(cell, code);
  }
  const geometries = outlinesOf(
    COLUMNS,
    { district: new Map(cells.map((cell) => [cell, tree.district.code])), streets, communities },
    (x, y) => [degrees(WEST, x), degrees(SOUTH, ROWS - y)],
  );
  const orgs = [tree.district, ...tree.streets, ...tree.communities];
  const features = orgs.map(({ code, name }) => {
    return { type: 'Feature', properties: { code, name }, geometry: geometries.get(code) };
  });
  return { type: 'FeatureCollection', features };
}

/** Cells inside a rounded, uneven coast. */
function landCells() {
  const cells = [];
  for (let cell = 0; cell < COLUMNS * ROWS; cell += 1) {
    const { x, y } = placeOf(cell);
    const [dx, dy] = [(x - 0.5) / 0.47, (y - 0.5) / 0.47];
    const angle = Math.atan2(dy, dx);
    const coast = 0.88 + 0.07 * Math.sin(3 * angle + 1) + 0.05 * Math.sin(5 * angle + 2.3) + 0.03 * Math.cos(9 * angle);
    if (Math.hypot(dx, dy) < coast) cells.push(cell);
  }
  return cells;
}

function growStreets(streets, cells, cost) {
  const seeds = streets.map(({ code }) => {
    const { x, y, cost: price } = STREETS[code.slice(6, 9)];
    return { code, price, cell: nearestTo(cells, x, y) };
  });
  return grow(seeds, new Set(cells), cost);
}

/** Seeds as far from each other as they can be, then each in the middle of what it got. */
function growCommunities(communities, ground, cost, random) {
  const inside = new Set(ground);
  const seeds = [random.pick(ground)];
  while (seeds.length < communities.length) seeds.push(farthestFrom(seeds, ground));
  let owners;
  for (let round = 0; round < 4; round += 1) {
    const named = seeds.map((cell, index) => ({ code: communities[index].code, price: 1, cell }));
    owners = grow(named, inside, cost);
    const byOwner = Map.groupBy(ground, (cell) => owners.get(cell));
    communities.forEach(({ code }, index) => (seeds[index] = middleOf(byOwner.get(code))));
  }
  return owners;
}

/** Gives every cell to the seed that reaches it most cheaply (Dijkstra from all seeds at once): connected, without gaps. */
function grow(seeds, inside, cost) {
  const owners = new Map();
  const queue = seeds.map(({ code, price, cell }) => ({ code, price, cell, spent: 0 }));
  while (queue.length > 0) {
    queue.sort((a, b) => b.spent - a.spent || b.cell - a.cell);
    const { code, price, cell, spent } = queue.pop();
    if (owners.has(cell)) continue;
    owners.set(cell, code);
    for (const next of neighboursOf(cell)) {
      if (!inside.has(next) || owners.has(next)) continue;
      queue.push({ code, price, cell: next, spent: spent + price * cost.get(next) });
    }
  }
  return owners;
}

function neighboursOf(cell) {
  const x = cell % COLUMNS;
  return [
    ...(x > 0 ? [cell - 1] : []),
    ...(x < COLUMNS - 1 ? [cell + 1] : []),
    ...(cell >= COLUMNS ? [cell - COLUMNS] : []),
    ...(cell < COLUMNS * (ROWS - 1) ? [cell + COLUMNS] : []),
  ];
}

function placeOf(cell) {
  return { x: ((cell % COLUMNS) + 0.5) / COLUMNS, y: (Math.floor(cell / COLUMNS) + 0.5) / ROWS };
}

function distance(a, b) {
  return Math.hypot((a % COLUMNS) - (b % COLUMNS), Math.floor(a / COLUMNS) - Math.floor(b / COLUMNS));
}

function nearestTo(cells, x, y) {
  const wanted = Math.floor(y * ROWS) * COLUMNS + Math.floor(x * COLUMNS);
  return leastBy(cells, (cell) => distance(cell, wanted));
}

function farthestFrom(seeds, cells) {
  return leastBy(cells, (cell) => -Math.min(...seeds.map((seed) => distance(seed, cell))));
}

function middleOf(cells) {
  const x = cells.reduce((sum, cell) => sum + (cell % COLUMNS), 0) / cells.length;
  const y = cells.reduce((sum, cell) => sum + Math.floor(cell / COLUMNS), 0) / cells.length;
  return leastBy(cells, (cell) => Math.hypot((cell % COLUMNS) - x, Math.floor(cell / COLUMNS) - y));
}

function leastBy(cells, measure) {
  let best = cells[0];
  let least = Infinity;
  for (const cell of cells) {
    const size = measure(cell);
    if (size < least) [best, least] = [cell, size];
  }
  return best;
}

function degrees(origin, steps) {
  return Math.round((origin + steps * DEGREES_PER_CELL) * 1e6) / 1e6;
}
