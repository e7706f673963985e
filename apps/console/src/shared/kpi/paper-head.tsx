import { useTexts } from '../../texts/texts.js';
import { useFormat } from '../format.js';
import { PrintHead } from '../print-head.js';
import type { Figure, Indicator } from './figures.js';
import type { Measure } from './kpi-queries.js';
import { usePeriodName } from './use-period-name.js';

interface PaperHeadProps {
  readonly measure: Measure;
  /** Any of the figures on the sheet: they are of one day. */
  readonly figure: Figure | undefined;
  readonly indicators: readonly Indicator[];
}

/** What every sheet of figures has to say: area, period, definitions, time and by whom. On paper only. */
export function PaperHead({ measure, figure, indicators }: PaperHeadProps) {
  const t = useTexts('shared');
  const format = useFormat();
  const periodName = usePeriodName();
  // A set of definitions is as new as all of them together.
  const version = indicators.reduce((sum, one) => sum + one.version, 0);
  return (
    <PrintHead org={measure.org}>
      <span>{t('paper.period', { period: periodName(measure.period), day: format.day(figure?.asOf) })}</span>
      <span>{t('paper.version', { version: String(version) })}</span>
    </PrintHead>
  );
}
