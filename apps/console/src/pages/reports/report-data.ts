import { useQuery } from '@tanstack/react-query';
import { areasBelow } from '../../area/area-queries.js';
import { hasUnitsBelow } from '../../area/area-code.js';
import type { Area } from '../../area/area-queries.js';
import type { Figure, Indicator } from '../../shared/kpi/figures.js';
import { figuresOf, indicatorList } from '../../shared/kpi/kpi-queries.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';

/** The table of one area. */
export interface ReportSection {
  readonly org: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

export interface ReportData {
  readonly indicators: readonly Indicator[];
  readonly sections: readonly ReportSection[];
  readonly isPending: boolean;
  readonly problem: unknown;
  retry(): void;
}

/** Every indicator of the area, and of those below where wanted: the figures the files hold. */
export function useReport(view: KpiView, area: Area | undefined): ReportData {
  const { measure } = view;
  const withChildren = view.get('children') === 'true' && measure.org !== '' && hasUnitsBelow(measure.org);
  const list = useQuery(indicatorList);
  const ids = (list.data ?? []).map(({ id }) => id);
  const whole = useQuery(figuresOf(measure, ids));
  const children = useQuery({
    ...figuresOf(measure, ids, 'children'),
    enabled: withChildren && ids.length > 0,
  });
  const areas = useQuery({ ...areasBelow(measure.org), enabled: withChildren });
  const names = new Map((areas.data ?? []).map(({ code, name }) => [code, name]));
  const below = Map.groupBy(withChildren ? (children.data ?? []) : [], ({ org }) => org);
  const queries = [list, whole, ...(withChildren ? [children, areas] : [])];
  const failed = queries.find(({ isError }) => isError);
  return {
    indicators: list.data ?? [],
    sections:
      whole.data === undefined
        ? []
        : [
            { org: measure.org, name: area?.name ?? '', figures: whole.data },
            ...[...below].map(([org, figures]) => ({ org, name: names.get(org) ?? org, figures })),
          ],
    isPending: queries.some(({ isPending }) => isPending),
    problem: failed?.error,
    retry: () => void failed?.refetch(),
  };
}
