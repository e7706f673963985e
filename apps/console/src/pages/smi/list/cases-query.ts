import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';
import { without } from '../../../shared/use-parameters.js';

/** Filters of the list as they stand in the address. The text may be a name: it is never among them. */
export type CaseFilter = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

export type CaseRow = Schemas['SmiCaseDto'];

export const FILTERS = ['stability', 'riskLevel', 'status', 'overdue', 'diagnosisGroup'] as const;
const PAGE = 200;

export function filterIn(parameters: URLSearchParams): CaseFilter {
  return Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = parameters.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

/** What takes every filter out of an address. */
export const NO_FILTER = without(FILTERS);

/** Cases of an area page by page; words that were typed go in the body of the call. */
export function casesOf(org: string, filter: CaseFilter, q = '') {
  return infiniteQueryOptions({
    queryKey: ['smi-cases', org, filter, q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = queryOf(org, filter, pageParam);
      return answer(
        q === ''
          ? api.GET('/api/v1/smi/cases', { params: { query }, signal })
          : api.POST('/api/v1/smi/cases/search', { body: { ...query, q }, signal }),
      );
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

function queryOf(org: string, filter: CaseFilter, cursor: string) {
  const { stability, riskLevel, status, overdue, diagnosisGroup } = filter;
  return {
    org,
    limit: PAGE,
    ...(cursor === '' ? {} : { cursor }),
    ...(stability === undefined ? {} : { stability: Number(stability) as 1 | 2 | 3 }),
    ...(riskLevel === undefined ? {} : { riskLevel: Number(riskLevel) }),
    ...(status === undefined ? {} : { status: status as 'registered' }),
    ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
    ...(diagnosisGroup === undefined ? {} : { diagnosisGroup: diagnosisGroup as '01' }),
  };
}
