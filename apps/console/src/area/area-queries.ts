import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.js';
import { prefixOf, streetsAround } from './area-code.js';

/** County, street or community. */
export type Area = Schemas['OrgDto'];

const HARDLY_CHANGES = { staleTime: 10 * 60_000 };

/** All counties there are. Each is known by its code then, too, and not asked for again one by one. */
export const counties = queryOptions({
  queryKey: ['areas', 'counties'],
  ...HARDLY_CHANGES,
  queryFn: async ({ signal, client }) => {
    const found = await unitsOf({ tier: 'district' }, signal);
    for (const unit of found) client.setQueryData(area(unit.code).queryKey, unit);
    return found;
  },
});

/** One unit. */
export function area(code: string) {
  return queryOptions({
    queryKey: ['areas', code],
    ...HARDLY_CHANGES,
    queryFn: ({ signal }) => areaOf(code, signal),
  });
}

/** The units directly below, all of them. */
export function areasBelow(code: string) {
  return queryOptions({
    queryKey: ['areas', code, 'below'],
    ...HARDLY_CHANGES,
    queryFn: ({ signal }) => unitsOf({ parent: prefixOf(code) }, signal),
  });
}

/** All communities of somebody's areas. */
export function communitiesOf(scopes: readonly string[]) {
  return queryOptions({
    queryKey: ['areas', 'communities', scopes],
    ...HARDLY_CHANGES,
    queryFn: async ({ signal }) => {
      const streets = streetsAround(scopes);
      // Whoever has more than streets reads the whole tree once: it is shorter than asking for each street of it.
      const filters = streets === undefined ? [{ tier: 'community' as const }] : streets.map((parent) => ({ parent }));
      const units = (await Promise.all(filters.map((filter) => unitsOf(filter, signal)))).flat();
      return units.filter(({ code }) => scopes.some((scope) => code.startsWith(scope)));
    },
  });
}

/** Units of the tree, page by page until there is no more. */
async function unitsOf(filter: { parent: string } | { tier: Area['tier'] }, signal: AbortSignal): Promise<Area[]> {
  const units: Area[] = [];
  for (let cursor: string | undefined = undefined; ;) {
    const query = { ...filter, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page: Schemas['OrgPageDto'] = await answer(api.GET('/api/v1/orgs', { params: { query }, signal }));
    units.push(...page.items);
    if (page.nextCursor === null) return units;
    cursor = page.nextCursor;
  }
}

function areaOf(code: string, signal: AbortSignal): Promise<Area> {
  return answer(api.GET('/api/v1/orgs/{code}', { params: { path: { code } }, signal }));
}
