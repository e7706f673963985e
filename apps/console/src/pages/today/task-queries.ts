import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type Task = Schemas['TaskDto'];
export type Summary = Schemas['TaskSummaryDto'];
export type OpenStatus = 'overdue' | 'due' | 'upcoming';

const PAGE = 100;
const MOST = 200;

/** How much is to be done in an area. */
export function taskSummary(org: string) {
  return queryOptions({
    queryKey: ['tasks', org, 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/summary', { params: { query: { org } }, signal })),
  });
}

/** Work of one status, the earliest first. */
export function tasksOf(org: string, status: OpenStatus) {
  return infiniteQueryOptions({
    queryKey: ['tasks', org, status],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => page({ org, status, limit: PAGE }, pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** All of what is overdue or due now, for the actions among it. */
export function openTasks(org: string) {
  return queryOptions({
    queryKey: ['tasks', org, 'open'],
    queryFn: async ({ signal }): Promise<Task[]> => {
      const found: Task[] = [];
      for (let cursor = ''; ;) {
        const next: Schemas['TaskPageDto'] = await page({ org, limit: MOST }, cursor, signal);
        found.push(...next.items);
        if (next.nextCursor == null) return found;
        cursor = next.nextCursor;
      }
    },
  });
}

function page(
  query: { readonly org: string; readonly limit: number; readonly status?: OpenStatus },
  cursor: string,
  signal: AbortSignal,
): Promise<Schemas['TaskPageDto']> {
  const after = cursor === '' ? {} : { cursor };
  return answer(api.GET('/api/v1/tasks', { params: { query: { ...query, ...after } }, signal }));
}
