/** A unit of the tree at the year's end. */
export interface PopulationUnit {
  /** Code without trailing zero groups. */
  readonly area: string;
  /** Meaningful for communities. */
  readonly part: 'urban' | 'rural' | 'unknown';
}

/** Residents of an area, as a whole or in one part of it. */
export interface PopulationCell {
  readonly area: string;
  readonly part: 'all' | 'urban' | 'rural' | 'unknown';
  readonly resident: number;
}

type Sums = Map<PopulationCell['part'], number>;

const LEVELS = [12, 9, 6, 4, 2] as const;
const PARTS = ['urban', 'rural', 'unknown'] as const;

/**
 * The denominators of rates by area: the figure given for an area; without one the sum of the areas directly below, and
 * only when every one of them has a figure. A missing figure stays missing: it is never 0 (`service-system.md` B.2 c).
 * Parts come from communities, so they exist only where all communities have figures.
 */
export function rollUpPopulation(
  units: readonly PopulationUnit[],
  given: ReadonlyMap<string, number>,
): PopulationCell[] {
  const parts = new Map(units.map((unit) => [unit.area, unit.part]));
  const children = childrenOf(new Set([...parts.keys(), ...given.keys()]));
  const sums = new Map<string, Sums>();
  for (const length of LEVELS) {
    for (const area of areasOfLength(length, children, parts, given)) {
      sums.set(area, sumsOf(area, parts.get(area) ?? 'unknown', given.get(area), children.get(area) ?? [], sums));
    }
  }
  return [...sums].flatMap(([area, found]) => [...found].map(([part, resident]) => ({ area, part, resident })));
}

function sumsOf(
  area: string,
  ownPart: PopulationUnit['part'],
  figure: number | undefined,
  below: readonly string[],
  known: ReadonlyMap<string, Sums>,
): Sums {
  const sums: Sums = new Map();
  if (area.length === LEVELS[0]) {
    if (figure !== undefined) sums.set('all', figure).set(ownPart, figure);
    return sums;
  }
  const wholes = below.map((child) => known.get(child)?.get('all'));
  const complete = below.length > 0 && wholes.every((whole) => whole !== undefined);
  if (complete) {
    sums.set(
      'all',
      wholes.reduce((total, whole) => total + whole, 0),
    );
    // A child whose own figure stands without its communities' leaves the parts open.
    const parted = below.every((child) => PARTS.some((part) => known.get(child)?.has(part)));
    if (parted) for (const part of PARTS) addPart(sums, part, below, known);
  }
  if (figure !== undefined) sums.set('all', figure);
  return sums;
}

function addPart(
  sums: Sums,
  part: PopulationUnit['part'],
  below: readonly string[],
  known: ReadonlyMap<string, Sums>,
): void {
  const found = below.flatMap((child) => known.get(child)?.get(part) ?? []);
  if (found.length > 0)
    sums.set(
      part,
      found.reduce((total, resident) => total + resident, 0),
    );
}

function childrenOf(areas: ReadonlySet<string>): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const seen = new Set<string>();
  const place = (area: string): void => {
    const parentLength = LEVELS.find((length) => length < area.length);
    if (parentLength === undefined || seen.has(area)) return;
    seen.add(area);
    const parent = area.slice(0, parentLength);
    children.set(parent, [...(children.get(parent) ?? []), area]);
    place(parent);
  };
  areas.forEach(place);
  return children;
}

function areasOfLength(
  length: number,
  children: ReadonlyMap<string, readonly string[]>,
  parts: ReadonlyMap<string, unknown>,
  given: ReadonlyMap<string, number>,
): string[] {
  return [...new Set([...children.keys(), ...parts.keys(), ...given.keys()])].filter((area) => area.length === length);
}
