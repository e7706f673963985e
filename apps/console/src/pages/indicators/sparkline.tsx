import type { Figure } from '../../shared/kpi/figures.js';
import styles from './sparkline.module.css';

const WIDTH = 84;
const HEIGHT = 24;

/** The months of the period in one small line. The trend page has the numbers. */
export function Sparkline({ months }: { readonly months: readonly Figure[] }) {
  const values = months.map(({ value }) => value);
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const spread = high - low || 1;
  const place = (value: number, index: number): string => {
    const x = (WIDTH * index) / Math.max(1, values.length - 1);
    const y = HEIGHT - 2 - ((HEIGHT - 4) * (value - low)) / spread;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  // A month without a value breaks the line.
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const starts = index === 0 || values[index - 1] === null;
      return `${starts ? 'M' : 'L'}${place(value, index)}`;
    })
    .join('');
  return (
    <svg
      className={styles['line']}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      aria-hidden="true"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinejoin="round" />
    </svg>
  );
}
