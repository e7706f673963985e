import { KPI_PARAMETERS } from './kpi-parameters.js';

/** How a figure is shown: percent and permille are ratios of two counts, a count is its numerator. */
export type IndicatorUnit = 'percent' | 'permille' | 'count' | 'days';

/** Which way is good. */
export type Better = 'higher' | 'lower';

const SCALE: Readonly<Record<IndicatorUnit, bigint>> = { percent: 100n, permille: 1000n, count: 1n, days: 1n };
const SHOWN = 10 ** KPI_PARAMETERS.shownDecimals.value;
const MAX_TARGET_DECIMALS = 6;

/**
 * The figure to show: the ratio already multiplied (percent, permille), rounded half up to 2 decimals in whole-number
 * arithmetic (`smi.md` 0.3). `null` when a part is missing or the denominator is 0: "not applicable" is never 0 or 100
 * (`service-system.md` B.2 b, c).
 */
export function figureValue(unit: IndicatorUnit, numerator: number | null, denominator: number | null): number | null {
  if (numerator === null) return null;
  if (unit === 'count') return numerator;
  if (denominator === null || denominator === 0) return null;
  const smallestShown = halfUp(BigInt(numerator) * SCALE[unit] * BigInt(SHOWN), BigInt(denominator));
  return Number(smallestShown) / SHOWN;
}

/** `a / b` rounded half up; both not negative. */
function halfUp(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}

/** A target compared with counts. */
export interface TargetVerdict {
  /** The unrounded ratio reaches the target (`service-system.md` B.2 f). */
  readonly met: boolean;
  /** Head count still missing (or, where lower is better, too many): `ceil(target × denominator) − numerator`, at least 0 (B.2 g). */
  readonly headcountGap: number;
}

/**
 * Compares the unrounded ratio with a target given in the unit shown (80 for 80 %, 4.5 for 4.5 ‰). `null` when there is
 * nothing to compare.
 */
export function judgeTarget(
  unit: IndicatorUnit,
  better: Better,
  numerator: number | null,
  denominator: number | null,
  target: number,
): TargetVerdict | null {
  if (numerator === null) return null;
  const base = unit === 'count' ? 1 : denominator;
  if (base === null || base === 0) return null;
  const wanted = decimal(target);
  const have = BigInt(numerator) * SCALE[unit] * wanted.scale;
  const want = wanted.digits * BigInt(base);
  const headsScale = SCALE[unit] * wanted.scale;
  const gap =
    better === 'higher' ? ceilDivide(want, headsScale) - BigInt(numerator) : BigInt(numerator) - want / headsScale;
  return { met: better === 'higher' ? have >= want : have <= want, headcountGap: gap > 0n ? Number(gap) : 0 };
}

function ceilDivide(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

/** A decimal as typed, exactly: 4.5 → 45 / 10. Shortest notation of the double is what the user wrote. */
function decimal(value: number): { readonly digits: bigint; readonly scale: bigint } {
  const [whole = '0', fraction = ''] = plain(value).split('.');
  return { digits: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(MAX_TARGET_DECIMALS) : text;
}
