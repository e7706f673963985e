import type { Indicator } from '../../shared/kpi/figures.js';
import type { Measure } from '../../shared/kpi/kpi-queries.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';
import type { AreaFigures, DashboardRow } from './dashboard-data.js';

/** What "why" is asked about. */
export interface Question {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly areaName: string;
}

/** What every view of the dashboard is given. */
export interface TabProps {
  readonly view: KpiView;
  readonly rows: readonly DashboardRow[];
  readonly areas: AreaFigures;
  readonly areaName: string;
  readonly onWhy: (question: Question) => void;
}
