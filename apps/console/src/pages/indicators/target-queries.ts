import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Targets of an area, of those above and below it. */
export function targetsOf(org: string) {
  return queryOptions({
    queryKey: ['kpi', 'targets', org],
    enabled: org !== '',
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/kpi/targets', { params: { query: { org } }, signal }))).items,
  });
}
