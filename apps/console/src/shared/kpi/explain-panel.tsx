import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import { useFormat } from '../format.js';
import { ProblemAlert } from '../problem-alert.js';
import { SidePanel } from '../side-panel.js';
import { Definition } from './definition.js';
import styles from './explain-panel.module.css';
import { standingOf, type Figure, type Indicator } from './figures.js';
import { explanationOf, type Measure } from './kpi-queries.js';
import { membersAddress } from './members-address.js';
import { StandingMark } from './standing-mark.js';
import { useIndicatorName } from './use-indicator-name.js';

interface ExplainPanelProps {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly areaName: string;
  readonly onClose: () => void;
}

const SIDES = ['numerator', 'denominator_only', 'excluded'] as const;

/** Why a figure is what it is: how many count, how many do not, and by which rule; below it the definition. */
export function ExplainPanel({ indicator, measure, areaName, onClose }: ExplainPanelProps) {
  const t = useTexts('shared');
  const nameOf = useIndicatorName();
  const explanation = useQuery(explanationOf(measure, indicator.id));
  return (
    <SidePanel title={t('explain.title', { indicator: nameOf(indicator), area: areaName })} onClose={onClose}>
      {explanation.isError && <ProblemAlert problem={explanation.error} onRetry={() => void explanation.refetch()} />}
      {explanation.isPending && <p>{t('loading')}</p>}
      {explanation.data !== undefined && (
        <>
          <FigureLine figure={explanation.data.value} />
          {SIDES.map((side) => (
            <Side
              key={side}
              side={side}
              reasons={explanation.data.reasons.filter((reason) => reason.side === side)}
              {...{ indicator, measure }}
            />
          ))}
        </>
      )}
      <section className={styles['side']}>
        <h3>{t('definition.title')}</h3>
        <Definition indicator={indicator} />
      </section>
    </SidePanel>
  );
}

function FigureLine({ figure }: { readonly figure: Figure }) {
  const t = useTexts('shared');
  const format = useFormat();
  const { value, unit, numerator, denominator, target, asOf } = figure;
  return (
    <div className={styles['figure']}>
      <span className={`${styles['value'] ?? ''} xq-number`}>{format.measure(value, unit)}</span>
      <span className="xq-number">{format.fraction(numerator, denominator)}</span>
      <StandingMark standing={standingOf(figure)} />
      {target !== null && <span>{t('explain.target', { target: format.measure(target, unit) })}</span>}
      <span>{t('explain.asOf', { day: format.day(asOf) })}</span>
    </div>
  );
}

interface SideProps {
  readonly side: (typeof SIDES)[number];
  readonly reasons: readonly Schemas['KpiReasonDto'][];
  readonly indicator: Indicator;
  readonly measure: Measure;
}

function Side({ side, reasons, indicator, measure }: SideProps) {
  const t = useTexts('shared');
  const format = useFormat();
  const may = useMay();
  const language = useLanguage();
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  if (reasons.length === 0) return null;
  const list = side === 'numerator' ? 'numerator' : side === 'denominator_only' ? 'gap' : undefined;
  return (
    <section className={styles['side']}>
      <div className={styles['sideHead']}>
        <h3>{t(`explain.side.${side}`, { n: format.count(total) })}</h3>
        {list !== undefined && may('kpi.member.read') && (
          <Link to={membersAddress(measure, indicator.id, list)}>{t('explain.list')}</Link>
        )}
      </div>
      <ul className={styles['reasons']}>
        {reasons.map(({ code, textZh, textEn, count, clause, clauseEn }, index) => (
          <li key={code} className={styles['reason']}>
            <span>{language === 'en' ? textEn : textZh}</span>
            <span className="xq-number">{format.count(count)}</span>
            <span className={styles['bar']} aria-hidden="true">
              <i style={{ width: `${String((100 * count) / Math.max(1, total))}%` }} />
            </span>
            {/* One clause often stands behind several reasons: said once, below the last. */}
            {clause !== reasons[index + 1]?.clause && (
              <span className={styles['clause']}>{language === 'en' ? clauseEn : clause}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
