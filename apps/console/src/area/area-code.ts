/** Where the digits of county, street and community end in a code of twelve. */
const GROUP_ENDS = [6, 9, 12];
export const COUNTY_DIGITS = 6;
const STREET_DIGITS = 9;
const DIGITS = 12;

/** A scope or prefix (`990101001`) as the code of its unit (`990101001000`). */
export function codeOf(prefix: string): string {
  return prefix.padEnd(DIGITS, '0');
}

/** The digits all units below begin with. */
export function prefixOf(code: string): string {
  return GROUP_ENDS.map((end) => code.slice(0, end)).find((prefix) => codeOf(prefix) === code) ?? code;
}

/** Whether units below can exist. */
export function hasUnitsBelow(code: string): boolean {
  return prefixOf(code).length < DIGITS;
}

/** Codes from `root` down to `code`, both included; only `root` when `code` lies elsewhere. */
export function pathOf(root: string, code: string): readonly string[] {
  const inside = code.startsWith(prefixOf(root)) ? code : root;
  return GROUP_ENDS.map((end) => codeOf(inside.slice(0, end))).filter(
    (step, i, all) => all.indexOf(step) === i && step.startsWith(prefixOf(root)),
  );
}

/** Whether a text from an address may be a code. */
export function isCode(text: string | null): text is string {
  return text !== null && /^\d{12}$/.test(text);
}

/** The topmost units scopes open: each its own, and one wider than a county the counties in it. */
export function rootsOf(scopes: readonly string[], counties: readonly string[]): readonly string[] {
  return scopes.flatMap((scope) =>
    scope.length < COUNTY_DIGITS ? counties.filter((code) => code.startsWith(scope)) : [codeOf(scope)],
  );
}

/** The root a code lies below; undefined when it lies below none. */
export function rootAbove(code: string | undefined, roots: readonly string[]): string | undefined {
  return roots.find((root) => code?.startsWith(prefixOf(root)) === true);
}

/** The prefixes of the streets all of the scopes lie in; undefined when one is wider than a street. */
export function streetsAround(scopes: readonly string[]): readonly string[] | undefined {
  if (scopes.some(({ length }) => length < STREET_DIGITS)) return undefined;
  return [...new Set(scopes.map((scope) => scope.slice(0, STREET_DIGITS)))];
}
