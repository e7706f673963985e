import { Link } from 'react-router';
import { EmptyState } from '../../shared/empty-state.js';
import { standingOf, type Indicator } from '../../shared/kpi/figures.js';
import { StandingMark } from '../../shared/kpi/standing-mark.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import type { AreaFigure, DashboardRow } from './dashboard-data.js';
import { FigureCell } from './figure-cell.js';
import table from '../../shared/kpi/figure-table.module.css';
import { GapLink } from './gap-link.js';
import type { TabProps } from './tab-props.js';
import { scaleFor, ValueBar } from './value-bar.js';

interface RankingTableProps extends TabProps {
  readonly row: DashboardRow;
  /** Beside another table there is no room for the words of every column. */
  readonly narrow?: boolean;
}

/** The areas below, worst first: value, target, and the people behind it one click away. */
export function RankingTable({ view, areas, areaName, row: { indicator }, narrow = false, onWhy }: RankingTableProps) {
  const t = useTexts('indicators');
  const nameOf = useIndicatorName();
  const ranked = areas.of(indicator);
  if (areas.query.isError) {
    return <ProblemAlert problem={areas.query.error} onRetry={() => void areas.query.refetch()} />;
  }
  if (areas.query.data !== undefined && ranked.length === 0) return <EmptyState text={t('ranking.empty')} />;
  const scale =
    indicator.unit === 'percent' && indicator.better === 'higher' ? 100 : scaleFor(ranked.map(({ figure }) => figure));
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <caption className="xq-hidden">
          {t('ranking.caption', { area: areaName, indicator: nameOf(indicator) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('column.area')}</th>
            <th scope="col" className={table['number']}>
              {t('column.value')}
            </th>
            {!narrow && <th scope="col" aria-label={t('column.bar')} />}
            {!narrow && <th scope="col">{t('column.standing')}</th>}
            <th scope="col" className={table['number']}>
              {t('column.gap')}
            </th>
            {!narrow && <th scope="col" aria-label={t('why')} />}
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => (
            <RankingRow key={one.figure.org} {...one} {...{ view, indicator, scale, narrow, onWhy }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RankingRowProps extends AreaFigure, Pick<TabProps, 'view' | 'onWhy'> {
  readonly indicator: Indicator;
  readonly scale: number;
  readonly narrow: boolean;
}

function RankingRow({ name, figure, view, indicator, scale, narrow, onWhy }: RankingRowProps) {
  const t = useTexts('indicators');
  const measure = { ...view.measure, org: figure.org };
  const bar = <ValueBar figure={figure} scale={scale} />;
  return (
    <tr>
      <th scope="row">
        <Link to={view.search({ org: figure.org })}>{name}</Link>
        {narrow && bar}
      </th>
      <td className={table['number']}>
        <FigureCell figure={figure} />
      </td>
      {!narrow && <td className={`${table['barCell'] ?? ''} ${table['wide'] ?? ''}`}>{bar}</td>}
      {!narrow && (
        <td>
          <StandingMark standing={standingOf(figure)} />
        </td>
      )}
      <td className={`${table['number'] ?? ''} ${narrow ? (table['wide'] ?? '') : ''}`}>
        <GapLink {...{ indicator, figure, measure }} />
      </td>
      {!narrow && (
        <td>
          <button type="button" className={table['why']} onClick={() => onWhy({ indicator, measure, areaName: name })}>
            {t('why')}
            <span className="xq-hidden">{` ${name}`}</span>
          </button>
        </td>
      )}
    </tr>
  );
}
