import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useArea } from '../../area/use-area.js';
import { useMay } from '../../session/use-session.js';
import { BarField } from '../../shared/bar-field.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { ElsewherePage } from '../../shared/kpi/elsewhere-page.js';
import { ExplainPanel } from '../../shared/kpi/explain-panel.js';
import { standingOf } from '../../shared/kpi/figures.js';
import { PaperHead } from '../../shared/kpi/paper-head.js';
import { PeriodPicker } from '../../shared/kpi/period-picker.js';
import { COMPARISONS, daysCounted } from '../../shared/kpi/periods.js';
import { useKpiView, type KpiView } from '../../shared/kpi/use-kpi-view.js';
import { usePeriodName } from '../../shared/kpi/use-period-name.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { useAreaFigures, useDashboard, type DashboardRow } from './dashboard-data.js';
import styles from './dashboard-page.module.css';
import { HeatTable } from './heat-table.js';
import { IndicatorPicker } from './indicator-picker.js';
import { OverviewTab } from './overview-tab.js';
import { RankingTable } from './ranking-table.js';
import type { Question } from './tab-props.js';
import { tabsFor, type Tab } from './tabs.js';

// Charts are heavy and never the first thing read: they come when they are asked for.
const TrendTab = lazy(() => import('./trend-tab.js'));
const MapTab = lazy(() => import('./map-tab.js'));

export default function DashboardPage() {
  const t = useTexts('indicators');
  const { area, code, isLoading } = useArea();
  const view = useKpiView();
  const [question, setQuestion] = useState<Question>();
  const dashboard = useDashboard(view, view.get('variants') === 'all');
  const areas = useAreaFigures(view, dashboard.shown);
  const tabs = tabsFor(areas.hasBelow);
  const tab = tabs.find((one) => one === view.get('tab')) ?? 'overview';
  const { rows } = dashboard;
  const chosen = rows?.find(({ indicator }) => indicator.id === view.get('indicator')) ?? worstRow(rows);
  const shown = { view, rows: rows ?? [], areas, areaName: area?.name ?? '', onWhy: setQuestion };
  const title = useTitle(rows, area?.name, view.measure.period);
  if (view.elsewhere !== undefined) return <ElsewherePage view={view} code={view.elsewhere} />;
  if (code === undefined && !isLoading) {
    return (
      <Page title={t('title.noArea')} width="form">
        <EmptyState text={t('noArea')} />
      </Page>
    );
  }
  return (
    <Page title={title} lead={<Lead {...{ view, dashboard }} />} actions={<Actions view={view} />}>
      <PeriodPicker view={view}>
        <CompareField view={view} />
        {tab !== 'overview' && tab !== 'heat' && <IndicatorPicker view={view} rows={rows ?? []} chosen={chosen} />}
      </PeriodPicker>
      <PaperHead measure={view.measure} figure={rows?.[0]?.figure} indicators={dashboard.defined} />
      <TabBar view={view} tabs={tabs} current={tab} />
      {dashboard.problem !== undefined && <ProblemAlert problem={dashboard.problem} onRetry={dashboard.retry} />}
      {chosen === undefined ? (
        dashboard.problem === undefined && (
          <div className={styles['skeleton']} role="status" aria-label={t('loading')} />
        )
      ) : (
        <Suspense fallback={<div className={styles['skeleton']} role="status" aria-label={t('loading')} />}>
          {tab === 'overview' && <OverviewTab {...shown} chosen={chosen} />}
          {tab === 'ranking' && <RankingTable {...shown} row={chosen} />}
          {tab === 'heat' && <HeatTable {...shown} />}
          {tab === 'trend' && <TrendTab {...shown} row={chosen} />}
          {tab === 'map' && <MapTab {...shown} row={chosen} />}
        </Suspense>
      )}
      {question !== undefined && <ExplainPanel {...question} onClose={() => setQuestion(undefined)} />}
    </Page>
  );
}

/** The answer, not a noun: how many targets are met, and which is missed most. */
function useTitle(rows: readonly DashboardRow[] | undefined, area: string | undefined, period: string): string {
  const t = useTexts('indicators');
  const periodName = usePeriodName();
  if (rows === undefined || area === undefined) return t('title.loading');
  if (rows.every(({ figure }) => figure.value === null)) {
    return t('title.nothing', { area, period: periodName(period) });
  }
  const judged = rows.filter(({ figure }) => figure.met !== null);
  const met = judged.filter(({ figure }) => figure.met === true).length;
  if (judged.length === 0) return t('title.noTargets', { area, n: rows.length });
  return t('title.met', { area, n: judged.length, met });
}

function Lead({ view, dashboard }: { readonly view: KpiView; readonly dashboard: ReturnType<typeof useDashboard> }) {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = usePeriodName();
  const figure = dashboard.rows?.[0]?.figure;
  // Named periods run from 1 January, whatever their name says: the days tell.
  const from = figure === undefined ? '…' : format.day(figure.from);
  const day = figure === undefined ? '…' : format.day(figure.asOf);
  const before = daysCounted(dashboard.comparedWith ?? '');
  const compared = before && t('lead.compared', { from: format.day(before.from), to: format.day(before.to) });
  // A free range is named by its days: they are said once.
  const parts = new Set([nameOf(view.measure.period), t('lead.days', { from, day }), compared]);
  return <>{[...parts].filter((part) => part !== undefined).join(' · ')}</>;
}

function Actions({ view }: { readonly view: KpiView }) {
  const t = useTexts('indicators');
  const may = useMay();
  const all = view.get('variants') === 'all';
  return (
    <span className={styles['links']}>
      <Link to={view.search({ variants: all ? undefined : 'all' })}>{t(all ? 'variants.hide' : 'variants.show')}</Link>
      {may('kpi.target.read') && <Link to={`/indicators/targets${view.search({})}`}>{t('targets.link')}</Link>}
      {may('kpi.report.export') && <Link to={`/reports${view.search({})}`}>{t('report.link')}</Link>}
    </span>
  );
}

function CompareField({ view }: { readonly view: KpiView }) {
  const t = useTexts('indicators');
  return (
    <BarField label={t('compare')}>
      <select value={view.compare} onChange={({ target }) => view.change({ compare: target.value })}>
        {COMPARISONS.map((one) => (
          <option key={one} value={one}>
            {t(`compare.${one}`)}
          </option>
        ))}
      </select>
    </BarField>
  );
}

interface TabBarProps {
  readonly view: KpiView;
  readonly tabs: readonly Tab[];
  readonly current: Tab;
}

function TabBar({ view, tabs, current }: TabBarProps) {
  const t = useTexts('indicators');
  const bar = useRef<HTMLUListElement>(null);
  // On a phone the bar is longer than the screen.
  useEffect(() => {
    const list = bar.current;
    const here = list?.querySelector<HTMLElement>('[aria-current]');
    if (list && here) list.scrollLeft = here.offsetLeft - list.offsetLeft - 40;
  }, [current]);
  return (
    <nav aria-label={t('tabs')} className="xq-no-print">
      <ul className={styles['tabs']} ref={bar}>
        {tabs.map((tab) => (
          <li key={tab}>
            <Link
              to={view.search({ tab: tab === 'overview' ? undefined : tab })}
              aria-current={tab === current ? 'page' : undefined}
              preventScrollReset
            >
              {t(`tab.${tab}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The row that misses its target by most, in parts of the target; the first where none does. */
function worstRow(rows: readonly DashboardRow[] | undefined): DashboardRow | undefined {
  const missed = rows?.filter(({ figure }) => ['missed', 'near'].includes(standingOf(figure))) ?? [];
  const share = ({ figure: { value, target } }: DashboardRow): number =>
    Math.abs((value ?? 0) - (target ?? 0)) / Math.max(1, target ?? 1);
  return [...missed].sort((a, b) => share(b) - share(a))[0] ?? rows?.[0];
}
