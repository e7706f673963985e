import type { Change } from '../../shared/kpi/figures.js';
import { useTexts } from '../../texts/texts.js';
import styles from './change-mark.module.css';

/** A change as arrow, number and word: better or worse is never said by colour alone. */
export function ChangeMark({ change }: { readonly change: Change | undefined }) {
  const t = useTexts('indicators');
  if (change === undefined) return <>—</>;
  const { by, direction } = change;
  const arrow = by === 0 ? '→' : by > 0 ? '↑' : '↓';
  const number = `${by > 0 ? '+' : by < 0 ? '−' : ''}${Math.abs(by).toFixed(2)}`;
  return (
    <span className={`${styles[direction] ?? ''} xq-number`}>{`${arrow} ${number} ${t(`change.${direction}`)}`}</span>
  );
}
