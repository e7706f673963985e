import { useFormat } from '../../shared/format.js';
import table from '../../shared/kpi/figure-table.module.css';
import { mainReadingOf, standingOf, type Figure, type Indicator } from '../../shared/kpi/figures.js';
import { StandingMark } from '../../shared/kpi/standing-mark.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { useTexts } from '../../texts/texts.js';
import type { ReportSection } from './report-data.js';
import styles from './report-page.module.css';

interface SectionTableProps {
  readonly section: ReportSection;
  readonly indicators: readonly Indicator[];
  readonly onAsk: (indicator: Indicator) => void;
}

/** All indicators of one area, as the files have them. */
export function SectionTable({ section, indicators, onAsk }: SectionTableProps) {
  const t = useTexts('reports');
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return (
    <div
      className={`${table['frame'] ?? ''} ${styles['figures'] ?? ''}`}
      tabIndex={0}
      role="region"
      aria-label={section.name}
    >
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">{t('column.indicator')}</th>
            {(['numerator', 'denominator', 'value', 'target'] as const).map((column) => (
              <th key={column} scope="col" className={table['number']}>
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('column.standing')}</th>
            <th scope="col" className={table['number']}>
              {t('column.gap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {section.figures.map((figure) => {
            const indicator = byId.get(figure.indicator);
            if (indicator === undefined) return null;
            const isSecond = mainReadingOf(indicator.id, indicators) !== undefined;
            return <FigureRow key={indicator.id} {...{ figure, indicator, isSecond, onAsk }} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

interface FigureRowProps {
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly isSecond: boolean;
  readonly onAsk: (indicator: Indicator) => void;
}

function FigureRow({ figure, indicator, isSecond, onAsk }: FigureRowProps) {
  const t = useTexts('reports');
  const format = useFormat();
  const nameOf = useIndicatorName();
  const { numerator, denominator, value, unit, target, headcountGap } = figure;
  const standing = standingOf(figure);
  const absent = standing === 'not_applicable' ? t('notApplicable') : '—';
  const gap = value === null ? absent : format.count(headcountGap);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={`${styles['name'] ?? ''} ${isSecond ? (styles['second'] ?? '') : ''}`}
          onClick={() => onAsk(indicator)}
        >
          {nameOf(indicator)}
        </button>
      </th>
      <NumberCell label={t('column.numerator')} text={format.count(numerator)} />
      <NumberCell label={t('column.denominator')} text={format.count(denominator)} />
      <NumberCell label={t('column.value')} text={value === null ? absent : format.measure(value, unit)} />
      <NumberCell label={t('column.target')} text={format.measure(target, unit)} />
      <td data-label={t('column.standing')}>
        <StandingMark standing={standing} />
      </td>
      <NumberCell label={t('column.gap')} text={target === null ? '—' : gap} />
    </tr>
  );
}

/** The label stands before the number where the table is cards. */
function NumberCell({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <td className={table['number']} data-label={label}>
      {text}
    </td>
  );
}
