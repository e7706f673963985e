import { get } from './api.js';

const DIGITS = 12;
const GROUP_ENDS = [6, 9, 12];
const known = new Map();

/** The units from the user's own area down to the one asked for; empty when there is none yet. */
export async function areaPath(scopes, asked) {
  const root = await rootArea(scopes);
  if (root === undefined) return [];
  const wanted = asked !== undefined && asked.startsWith(prefixOf(root.code)) ? asked : root.code;
  const codes = GROUP_ENDS.map((end) => wanted.slice(0, end).padEnd(DIGITS, '0'))
    .filter((code, i, all) => all.indexOf(code) === i)
    .filter((code) => code.startsWith(prefixOf(root.code)));
  return Promise.all(codes.map((code) => areaOf(code)));
}

/** The units directly below; remembered, they change rarely. */
export async function areasBelow(code) {
  const prefix = prefixOf(code);
  if (prefix.length >= DIGITS) return [];
  const units = [];
  let cursor;
  do {
    const page = await get('/orgs', { parent: prefix, limit: 200, cursor });
    units.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  for (const unit of units) known.set(unit.code, unit);
  return units;
}

async function rootArea(scopes) {
  const [scope] = scopes;
  if (scope === undefined) return undefined;
  if (scope.length >= GROUP_ENDS[0]) return areaOf(scope.padEnd(DIGITS, '0'));
  const { items } = await get('/orgs', { tier: 'district', limit: 200 });
  const first = items.find((unit) => unit.code.startsWith(scope));
  if (first !== undefined) known.set(first.code, first);
  return first;
}

async function areaOf(code) {
  if (!known.has(code)) known.set(code, await get(`/orgs/${code}`));
  return known.get(code);
}

function prefixOf(code) {
  return [...GROUP_ENDS].map((end) => code.slice(0, end)).find((prefix) => prefix.padEnd(DIGITS, '0') === code) ?? code;
}
