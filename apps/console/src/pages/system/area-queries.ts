import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type Unit = Schemas['OrgDto'];
export type Population = Schemas['PopulationDto'];

interface UnitsQuery {
  parent: string;
  limit: number;
  asOf?: string;
  cursor?: string;
}

/** The units directly below one, as the tree was on a day. */
export function unitsBelow(prefix: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['areas', 'below', prefix, asOf ?? null],
    queryFn: async ({ signal }) => {
      const units: Unit[] = [];
      const query: UnitsQuery = { parent: prefix, limit: 200, ...(asOf === undefined ? {} : { asOf }) };
      for (;;) {
        const page = await answer(api.GET('/api/v1/orgs', { params: { query }, signal }));
        units.push(...page.items);
        if (page.nextCursor === null) return units;
        query.cursor = page.nextCursor;
      }
    },
  });
}

/** Year-end residents of a unit, the latest year first; none where none were given. */
export function populations(code: string) {
  return queryOptions({
    queryKey: ['population', code],
    queryFn: async ({ signal }): Promise<readonly Population[]> =>
      (await answer(api.GET('/api/v1/orgs/{code}/population', { params: { path: { code } }, signal }))).items,
  });
}
