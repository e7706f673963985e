import { useFormat } from '../../shared/format.js';
import { standingOf, type Figure } from '../../shared/kpi/figures.js';
import { useTexts } from '../../texts/texts.js';
import table from '../../shared/kpi/figure-table.module.css';

/** A value with what it is made of; a word where there is none, never 0. */
export function FigureCell({ figure }: { readonly figure: Figure }) {
  const t = useTexts('indicators');
  const format = useFormat();
  const { value, unit, numerator, denominator } = figure;
  const standing = standingOf(figure);
  return (
    <>
      <span className={table['value']}>
        {standing === 'not_applicable' ? t('notApplicable') : format.measure(value, unit)}
      </span>
      <span className={table['parts']}>{format.fraction(numerator, denominator)}</span>
    </>
  );
}
