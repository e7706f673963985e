import { useFormat } from './format.js';
import { useTexts } from '../texts/texts.js';
import styles from './figure.module.css';

export interface FigureProps {
  readonly value: number | null;
  /** `percent`, `permille`, `count`, `days`. */
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target?: number | null;
  readonly met?: boolean | null;
  /** How many are missing to the target, or too many. */
  readonly gap?: number | null;
  readonly better?: 'higher' | 'lower';
  /** What the gap counts. Default: people. */
  readonly counts?: 'people' | 'visits';
  /** Large on a dashboard, small in a table. */
  readonly size?: 'small' | 'large';
}

/** A ratio as it has to be read: with what it was made of, its target as a thin line, and the gap in people. */
export function Figure(props: FigureProps) {
  const format = useFormat();
  const { value, unit, numerator, denominator, size = 'large' } = props;
  const isRatio = unit === 'percent' || unit === 'permille';
  return (
    <div className={styles[size]}>
      <p className="xq-number">
        <strong className={styles['value']}>{format.measure(value, unit)}</strong>
        {isRatio && <span className={styles['parts']}> · {format.fraction(numerator, denominator)}</span>}
      </p>
      {unit === 'percent' && value !== null && <Meter value={value} target={props.target ?? null} />}
      <Verdict {...props} />
    </div>
  );
}

/** The numbers say the same, so reading programs pass over it. */
function Meter({ value, target }: { readonly value: number; readonly target: number | null }) {
  const at = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;
  return (
    <svg className={styles['meter']} height={8} aria-hidden="true">
      <rect className={styles['ground']} width="100%" height={4} y={2} rx={2} />
      <rect className={styles['bar']} width={at(value)} height={4} y={2} rx={2} />
      {target !== null && <line className={styles['target']} x1={at(target)} x2={at(target)} y1={0} y2={8} />}
    </svg>
  );
}

function Verdict({
  value,
  unit,
  target = null,
  met = null,
  gap = null,
  better = 'higher',
  counts = 'people',
}: FigureProps) {
  const t = useTexts('shared');
  const format = useFormat();
  if (value === null) return <p className={styles['muted']}>{t('figure.missing')}</p>;
  if (target === null) return null;
  const goal = t(`figure.target.${better}`, { target: format.measure(target, unit) });
  if (met === true)
    return (
      <p className={styles['met']}>
        ✓ {t('figure.met')} · {goal}
      </p>
    );
  const people = Math.abs(gap ?? 0);
  const short =
    people === 0 ? t('figure.notMet') : t(`figure.${better === 'higher' ? 'short' : 'over'}.${counts}`, { n: people });
  return (
    <p className={styles['short']}>
      ▲ {short} · {goal}
    </p>
  );
}
