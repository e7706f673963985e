import { judgeTarget } from '#domain';
import type { Figure, Indicator } from '../../shared/kpi/figures.js';

/** What a target would mean for the figure of today, by the rule the server judges by; nothing where it cannot be judged. */
export function effectOf(
  { unit, better }: Pick<Indicator, 'unit' | 'better'>,
  { numerator, denominator }: Figure,
  target: number,
): { readonly met: boolean; readonly heads: number } | undefined {
  const verdict = judgeTarget(unit, better, numerator, denominator, target);
  return verdict === null ? undefined : { met: verdict.met, heads: verdict.headcountGap };
}
