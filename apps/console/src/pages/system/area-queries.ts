import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';

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

/** Year-end residents of a unit; null where none were given. */
export function population(code: string, year: number) {
  return queryOptions({
    queryKey: ['population', code, year],
    queryFn: async ({ signal }): Promise<Population | null> => {
      try {
        const path = { code, year };
        return await answer(api.GET('/api/v1/orgs/{code}/population/{year}', { params: { path }, signal }));
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.status === 404) return null;
        throw problem;
      }
    },
  });
}
