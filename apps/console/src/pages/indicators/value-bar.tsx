import type { Figure } from '../../shared/kpi/figures.js';
import styles from './value-bar.module.css';

interface ValueBarProps {
  readonly figure: Figure;
  /** Value at the end of the bar; rates that are small stand on a scale of their own. */
  readonly scale: number;
}

/** A value as a bar, its target as a thin line. The number stands beside it: this is for the eye only. */
export function ValueBar({ figure: { value, target }, scale }: ValueBarProps) {
  const part = (number: number): string => `${String(Math.min(100, (100 * number) / scale))}%`;
  return (
    <span className={styles['bar']} aria-hidden="true">
      {value !== null && <i style={{ width: part(value) }} />}
      {target !== null && <b style={{ insetInlineStart: part(target) }} />}
    </span>
  );
}

/** A scale that holds all of these values and their targets: 100 for coverage, less for rates that are small. */
export function scaleFor(figures: readonly Figure[]): number {
  const highest = Math.max(0, ...figures.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  return steps.find((step) => highest <= step) ?? highest;
}
