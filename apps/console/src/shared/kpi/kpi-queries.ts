import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { Figure } from './figures.js';

const HARDLY_CHANGES = { staleTime: 10 * 60_000 };

/** Where and when a figure is asked for. */
export interface Measure {
  readonly org: string;
  readonly period: string;
  readonly asOf?: string | undefined;
}

/** The definitions. */
export const indicatorList = queryOptions({
  queryKey: ['kpi', 'indicators'],
  ...HARDLY_CHANGES,
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/kpi/indicators', { signal }))).items,
});

export type Breakdown = 'none' | 'children' | 'months';

/** Figures of some indicators, as a whole or taken apart. */
export function figuresOf(measure: Measure, indicators: readonly string[], breakdown: Breakdown = 'none') {
  return queryOptions({
    queryKey: ['kpi', 'values', measure, indicators, breakdown],
    enabled: measure.org !== '' && indicators.length > 0,
    queryFn: async ({ signal }): Promise<readonly Figure[]> => {
      const query = { ...given(measure), indicator: indicators.join(','), breakdown };
      return (await answer(api.GET('/api/v1/kpi/values', { params: { query }, signal }))).items;
    },
  });
}

/** Who counts, who does not, and by which rule. */
export function explanationOf(measure: Measure, indicator: string) {
  return queryOptions({
    queryKey: ['kpi', 'explain', measure, indicator],
    enabled: measure.org !== '',
    queryFn: ({ signal }) => {
      const query = { ...given(measure), indicator };
      return answer(api.GET('/api/v1/kpi/values/explain', { params: { query }, signal }));
    },
  });
}

function given({ org, period, asOf }: Measure): { org: string; period: string; asOf?: string } {
  return asOf === undefined ? { org, period } : { org, period, asOf };
}
