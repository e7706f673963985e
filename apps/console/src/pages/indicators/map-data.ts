import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { areasBelow } from '../../area/area-queries.js';
import { hasUnitsBelow, prefixOf } from '../../area/area-code.js';
import { answer, api, type Schemas } from '../../api/client.js';
import { worstFirst, type Indicator } from '../../shared/kpi/figures.js';
import { figuresOf } from '../../shared/kpi/kpi-queries.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';
import type { AreaFigure, AreaFigures } from './dashboard-data.js';

export type Outlines = Schemas['GeoAreasDto'];
export type MapLevel = 'street' | 'community';

/** Outlines of the areas of a level below one. */
function outlinesOf(org: string, level: MapLevel) {
  return queryOptions({
    queryKey: ['areas', org, 'outlines', level],
    staleTime: Infinity,
    queryFn: ({ signal }) => {
      const query = { parent: prefixOf(org), level };
      return answer(api.GET('/api/v1/geo/areas', { params: { query }, signal }));
    },
  });
}

/** Levels that can be drawn below an area: of a county both, of a street its communities. */
export function levelsBelow(org: string): readonly MapLevel[] {
  return prefixOf(org).length <= 6 ? ['street', 'community'] : ['community'];
}

/** What a map of the area needs: outlines, and a figure for each. */
export function useMap(view: KpiView, areas: AreaFigures, indicator: Indicator, level: MapLevel) {
  const { measure } = view;
  const outlines = useQuery(outlinesOf(measure.org, level));
  const deeper = level === 'community' && levelsBelow(measure.org).length > 1;
  const streets = areas.of(indicator);
  // One look-up a street: communities are the children of streets.
  const below = useQueries({
    queries: (deeper ? streets : []).map(({ figure }) =>
      figuresOf({ ...measure, org: figure.org }, [indicator.id], 'children'),
    ),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  const names = useQueries({
    queries: (deeper ? streets : [])
      .filter(({ figure }) => hasUnitsBelow(figure.org))
      .map(({ figure }) => areasBelow(figure.org)),
    combine: (all) => new Map(all.flatMap(({ data }) => (data ?? []).map(({ code, name }) => [code, name] as const))),
  });
  const streetOf = (org: string) => streets.find(({ figure }) => org.startsWith(prefixOf(figure.org)))?.name ?? '';
  const figures: readonly AreaFigure[] = deeper
    ? [...below]
        .sort(worstFirst(indicator.better))
        // Two communities may share a name: the street tells them apart.
        .map((figure) => ({ figure, name: `${streetOf(figure.org)} · ${names.get(figure.org) ?? figure.org}` }))
    : streets;
  return { outlines, figures };
}
