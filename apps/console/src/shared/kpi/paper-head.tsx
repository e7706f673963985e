import { useTexts } from '../../texts/texts.js';
import { useFormat } from '../format.js';
import type { Figure, Indicator } from './figures.js';
import type { Measure } from './kpi-queries.js';
import styles from './paper-head.module.css';
import { usePeriodName } from './use-period-name.js';

interface PaperHeadProps {
  readonly areaName: string;
  readonly measure: Measure;
  /** Any of the figures on the sheet: they are of one day. */
  readonly figure: Figure | undefined;
  readonly indicators: readonly Indicator[];
}

/** What every sheet of figures has to say: area, period, definitions, time. On paper only. */
export function PaperHead({ areaName, measure, figure, indicators }: PaperHeadProps) {
  const t = useTexts('shared');
  const format = useFormat();
  const periodName = usePeriodName();
  // A set of definitions is as new as all of them together.
  const version = indicators.reduce((sum, one) => sum + one.version, 0);
  return (
    <div className={styles['head']}>
      <span>{t('paper.area', { area: areaName, code: measure.org })}</span>
      <span>{t('paper.period', { period: periodName(measure.period), day: format.day(figure?.asOf) })}</span>
      <span>{t('paper.version', { version: String(version) })}</span>
      <span>{t('paper.time', { time: format.time(new Date()) })}</span>
    </div>
  );
}
