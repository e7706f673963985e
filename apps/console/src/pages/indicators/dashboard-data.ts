import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { areasBelow } from '../../area/area-queries.js';
import { hasUnitsBelow } from '../../area/area-code.js';
import { mainIndicators, worstFirst, type Figure, type Indicator } from '../../shared/kpi/figures.js';
import { figuresOf, indicatorList } from '../../shared/kpi/kpi-queries.js';
import { comparedWith } from '../../shared/kpi/periods.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';

/** One indicator of the area: its figure now, the one it is compared with, and the months of the period. */
export interface DashboardRow {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly before: Figure | undefined;
  readonly months: readonly Figure[];
}

export interface Dashboard {
  readonly rows: readonly DashboardRow[] | undefined;
  readonly shown: readonly Indicator[];
  /** All that are defined, shown or not. */
  readonly defined: readonly Indicator[];
  readonly comparedWith: string | undefined;
  readonly problem: unknown;
  retry(): void;
}

/** Figures of the area: now, before, by month. Three reads, each a look-up by key. */
export function useDashboard(view: KpiView, withVariants: boolean): Dashboard {
  const { measure, compare, today } = view;
  const list = useQuery(indicatorList);
  const all = list.data ?? [];
  const shown = withVariants ? all : mainIndicators(all);
  const ids = shown.map(({ id }) => id);
  const earlier = comparedWith(measure.period, measure.asOf ?? today, compare);
  const now = useQuery(figuresOf(measure, ids));
  const before = useQuery({
    ...figuresOf({ org: measure.org, period: earlier ?? measure.period }, ids),
    enabled: earlier !== undefined && measure.org !== '' && ids.length > 0,
  });
  const months = useQuery(figuresOf(measure, ids, 'months'));
  const find = (figures: readonly Figure[] | undefined, id: string) => figures?.find((one) => one.indicator === id);
  const rows = now.data?.flatMap((figure): DashboardRow[] => {
    const indicator = shown.find(({ id }) => id === figure.indicator);
    if (indicator === undefined) return [];
    const own = months.data?.filter((one) => one.indicator === indicator.id) ?? [];
    const then = earlier === undefined ? undefined : find(before.data, indicator.id);
    return [{ indicator, figure, before: then, months: own }];
  });
  const failed = [list, now].find(({ isError }) => isError);
  return {
    rows,
    shown,
    defined: all,
    comparedWith: earlier,
    problem: failed?.error,
    retry: () => void failed?.refetch(),
  };
}

/** A figure of an area below, with the area's name. */
export interface AreaFigure {
  readonly name: string;
  readonly figure: Figure;
}

export interface AreaFigures {
  readonly query: UseQueryResult<readonly Figure[]>;
  readonly hasBelow: boolean;
  /** Worst first. */
  of(indicator: Indicator): readonly AreaFigure[];
}

/** Figures of the areas below, for all indicators shown at once: ranking, heat table and map read the same answer. */
export function useAreaFigures(view: KpiView, shown: readonly Indicator[]): AreaFigures {
  const { measure } = view;
  const hasBelow = measure.org !== '' && hasUnitsBelow(measure.org);
  const ids = shown.map(({ id }) => id);
  const query = useQuery({
    ...figuresOf(measure, ids, 'children'),
    enabled: hasBelow && ids.length > 0,
  });
  const areas = useQuery({ ...areasBelow(measure.org), enabled: hasBelow });
  const names = new Map((areas.data ?? []).map(({ code, name }) => [code, name]));
  return {
    query,
    hasBelow,
    of: (indicator) =>
      (query.data ?? [])
        .filter((figure) => figure.indicator === indicator.id)
        .sort(worstFirst(indicator.better))
        .map((figure) => ({ figure, name: names.get(figure.org) ?? figure.org })),
  };
}
