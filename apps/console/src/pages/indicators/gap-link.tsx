import { Link } from 'react-router';
import { useMay } from '../../session/use-session.js';
import { headsToLookAt, sideToLookAt, type Figure, type Indicator } from '../../shared/kpi/figures.js';
import type { Measure } from '../../shared/kpi/kpi-queries.js';
import { membersAddress } from '../../shared/kpi/members-address.js';
import { useTexts } from '../../texts/texts.js';
import table from '../../shared/kpi/figure-table.module.css';

interface GapLinkProps {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly measure: Measure;
}

/** How many people are missing to the target, and the way to the list of those it is about. */
export function GapLink({ indicator, figure, measure }: GapLinkProps) {
  const t = useTexts('indicators');
  const may = useMay();
  const { headcountGap, target } = figure;
  const side = sideToLookAt(indicator, figure);
  const heads = headsToLookAt(indicator, figure);
  const text = t(side === 'gap' ? 'people.gap' : 'people.counted', { n: heads });
  return (
    <>
      {target !== null && headcountGap !== null && headcountGap > 0 && (
        <span>{t(indicator.better === 'higher' ? 'gap.missing' : 'gap.over', { n: headcountGap })}</span>
      )}
      <span className={table['parts']}>
        {heads > 0 && may('kpi.member.read') ? (
          <Link to={membersAddress(measure, indicator.id, side)}>{text}</Link>
        ) : (
          text
        )}
      </span>
    </>
  );
}
