import { Link } from 'react-router';
import { useFormat } from '../../shared/format.js';
import { changeOf, standingOf, type Figure } from '../../shared/kpi/figures.js';
import { StandingMark } from '../../shared/kpi/standing-mark.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import type { KpiView } from '../../shared/kpi/use-kpi-view.js';
import { useTexts } from '../../texts/texts.js';
import { ChangeMark } from './change-mark.js';
import type { DashboardRow } from './dashboard-data.js';
import { FigureCell } from './figure-cell.js';
import table from '../../shared/kpi/figure-table.module.css';
import { GapLink } from './gap-link.js';
import styles from './overview-tab.module.css';
import { RankingTable } from './ranking-table.js';
import { Sparkline } from './sparkline.js';
import type { TabProps } from './tab-props.js';
import { scaleFor, ValueBar } from './value-bar.js';

const SORTS = { gap: byGap, value: byValue, change: byChange } as const;

/** Every indicator in a row, and beside it the areas below for the one that is chosen. */
export function OverviewTab({ chosen, ...tab }: TabProps & { readonly chosen: DashboardRow }) {
  const t = useTexts('indicators');
  const nameOf = useIndicatorName();
  const withAside = tab.areas.hasBelow;
  return (
    <div className={`${styles['grid'] ?? ''} ${withAside ? (styles['withAside'] ?? '') : ''}`}>
      <IndicatorTable {...tab} chosen={chosen} />
      {withAside && (
        <section className={styles['aside']} aria-label={t('ranking.title', { indicator: nameOf(chosen.indicator) })}>
          <h2>{t('ranking.title', { indicator: nameOf(chosen.indicator) })}</h2>
          <RankingTable {...tab} row={chosen} narrow />
        </section>
      )}
    </div>
  );
}

function IndicatorTable({ view, rows, chosen, areaName, onWhy }: TabProps & { readonly chosen: DashboardRow }) {
  const t = useTexts('indicators');
  const sort = view.get('sort');
  const by = sort in SORTS ? SORTS[sort as keyof typeof SORTS] : undefined;
  const sorted = by === undefined ? rows : [...rows].sort(by);
  const scale = (figure: Figure): number => (figure.unit === 'percent' ? 100 : scaleFor([figure]));
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <caption className="xq-hidden">{t('table.caption', { area: areaName })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            <SortHeader {...{ view, sort }} by="value" label={t('column.value')} />
            <th scope="col">{t('column.standing')}</th>
            <SortHeader {...{ view, sort }} by="gap" label={t('column.gap')} />
            <SortHeader {...{ view, sort }} by="change" label={t('column.change')} />
            <th scope="col">{t('column.months')}</th>
            <th scope="col" aria-label={t('why')} />
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <IndicatorRow
              key={row.indicator.id}
              {...{ row, view, scale: scale(row.figure), isChosen: row === chosen }}
              onWhy={() => onWhy({ indicator: row.indicator, measure: view.measure, areaName })}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface IndicatorRowProps {
  readonly row: DashboardRow;
  readonly view: KpiView;
  readonly scale: number;
  readonly isChosen: boolean;
  readonly onWhy: () => void;
}

function IndicatorRow({ row, view, scale, isChosen, onWhy }: IndicatorRowProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = useIndicatorName();
  const { indicator, figure, before, months } = row;
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <th scope="row">
        <Link to={view.search({ indicator: indicator.id })} preventScrollReset>
          {nameOf(indicator)}
        </Link>
      </th>
      <td className={table['number']}>
        <FigureCell figure={figure} />
        <ValueBar figure={figure} scale={scale} />
      </td>
      <td>
        <StandingMark standing={standingOf(figure)} />
        {figure.target !== null && (
          <span className={table['parts']}>{t('target', { target: format.measure(figure.target, figure.unit) })}</span>
        )}
      </td>
      <td className={table['number']}>
        <GapLink {...{ indicator, figure }} measure={view.measure} />
      </td>
      <td className={`${table['number'] ?? ''} ${table['begin'] ?? ''}`} data-label={t('column.change')}>
        <ChangeMark change={changeOf(figure, before, indicator.better)} />
      </td>
      <td>
        <Sparkline months={months} />
      </td>
      <td>
        <button type="button" className={table['why']} onClick={onWhy}>
          {t('why')}
          <span className="xq-hidden">{` ${nameOf(indicator)}`}</span>
        </button>
      </td>
    </tr>
  );
}

interface SortHeaderProps {
  readonly view: KpiView;
  readonly sort: string;
  readonly by: keyof typeof SORTS;
  readonly label: string;
}

function SortHeader({ view, sort, by, label }: SortHeaderProps) {
  const isOn = sort === by;
  return (
    <th scope="col" className={table['number']} aria-sort={isOn ? 'descending' : undefined}>
      {/* On paper it is a word: a button is not repeated on the next sheet. */}
      <span className={table['onPaper']}>{label}</span>
      <button
        type="button"
        className={`${table['sort'] ?? ''} xq-no-print`}
        onClick={() => view.change({ sort: isOn ? undefined : by })}
      >
        {`${label} ${isOn ? '↓' : '↕'}`}
      </button>
    </th>
  );
}

function byGap(a: DashboardRow, b: DashboardRow): number {
  return (b.figure.headcountGap ?? -1) - (a.figure.headcountGap ?? -1);
}

function byValue(a: DashboardRow, b: DashboardRow): number {
  return (b.figure.value ?? -1) - (a.figure.value ?? -1);
}

/** What has become worse comes first. */
function byChange(a: DashboardRow, b: DashboardRow): number {
  const weight = (row: DashboardRow): number => {
    const change = changeOf(row.figure, row.before, row.indicator.better);
    if (change === undefined) return Infinity;
    return change.direction === 'worse' ? -Math.abs(change.by) : Math.abs(change.by);
  };
  return weight(a) - weight(b);
}
