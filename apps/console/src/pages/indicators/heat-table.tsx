import { Link } from 'react-router';
import { SaveData } from '../../shared/chart/save-data.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { standingOf, STANDING_STATUS, STANDINGS, type Figure } from '../../shared/kpi/figures.js';
import { StandingMark } from '../../shared/kpi/standing-mark.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { STATUS_SHAPES } from '../../shared/status-shapes.js';
import { useTexts } from '../../texts/texts.js';
import styles from './heat-table.module.css';
import type { TabProps } from './tab-props.js';

/** Area by indicator: where it burns. Each cell says its standing by ground, shape and number. */
export function HeatTable({ view, rows, areas, areaName }: TabProps) {
  const t = useTexts('indicators');
  const nameOf = useIndicatorName();
  const { query } = areas;
  if (query.isError) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  const first = rows[0];
  const names = first === undefined ? [] : areas.of(first.indicator);
  if (query.data !== undefined && names.length === 0) return <EmptyState text={t('ranking.empty')} />;
  const ordered = [...names].sort((a, b) => a.figure.org.localeCompare(b.figure.org));
  const cells = new Map((query.data ?? []).map((figure) => [`${figure.org} ${figure.indicator}`, figure]));
  const caption = t('heat.caption', { area: areaName });
  const data = {
    columns: [t('column.areaCode'), t('column.area'), ...rows.map(({ indicator }) => nameOf(indicator))],
    rows: ordered.map(({ name, figure: { org } }) => [
      org,
      name,
      ...rows.map(({ indicator }) => cells.get(`${org} ${indicator.id}`)?.value ?? null),
    ]),
  };
  return (
    <div className={styles['sheet']}>
      <div className={styles['head']}>
        <Legend />
        <SaveData title={caption} data={data} />
      </div>
      <div className={styles['frame']} tabIndex={0} role="region" aria-label={caption}>
        <table className={styles['table']}>
          <caption className="xq-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.area')}</th>
              {rows.map(({ indicator }) => (
                <th key={indicator.id} scope="col">
                  <Link to={view.search({ indicator: indicator.id, tab: 'ranking' })}>{nameOf(indicator)}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ name, figure: { org } }) => (
              <tr key={org}>
                <th scope="row">
                  <Link to={view.search({ org })}>{name}</Link>
                </th>
                {rows.map(({ indicator }) => (
                  <HeatCell key={indicator.id} figure={cells.get(`${org} ${indicator.id}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function HeatCell({ figure }: { readonly figure: Figure | undefined }) {
  const t = useTexts('indicators');
  const shared = useTexts('shared');
  const format = useFormat();
  if (figure === undefined) return <td className={styles['cell']}>—</td>;
  const standing = standingOf(figure);
  const { path } = STATUS_SHAPES[STANDING_STATUS[standing]];
  const judged = standing === 'met' || standing === 'near' || standing === 'missed';
  return (
    <td
      className={`${styles['cell'] ?? ''} ${judged ? (styles[standing] ?? '') : ''}`}
      title={format.fraction(figure.numerator, figure.denominator)}
    >
      {judged && (
        <svg width={10} height={10} viewBox="0 0 12 12" aria-hidden="true">
          <path d={path} fill="currentColor" />
        </svg>
      )}
      {standing === 'not_applicable' ? t('notApplicable') : format.measure(figure.value, figure.unit)}
      {judged && <span className="xq-hidden">{` ${shared(`standing.${standing}`)}`}</span>}
    </td>
  );
}

/** What shapes and grounds mean. */
export function Legend() {
  const t = useTexts('indicators');
  return (
    <ul className={styles['legend']} aria-label={t('legend')}>
      {STANDINGS.slice(0, 4).map((standing) => (
        <li key={standing}>
          <StandingMark standing={standing} />
        </li>
      ))}
    </ul>
  );
}
