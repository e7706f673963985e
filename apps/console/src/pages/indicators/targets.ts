import type { Schemas } from '../../api/client.js';
import type { Figure, Indicator } from '../../shared/kpi/figures.js';

/** What should be reached. */
export type Target = Schemas['KpiTargetRowDto'];

/** In the order of the indicators; of each the one that goes before the others first. */
export function inOrder(targets: readonly Target[], indicators: readonly Indicator[]): Target[] {
  const place = new Map(indicators.map(({ id }, index) => [id, index]));
  const placeOf = ({ indicator }: Target): number => place.get(indicator) ?? indicators.length;
  return [...targets].sort((a, b) => placeOf(a) - placeOf(b) || goesBefore(a, b));
}

/** The target a figure is compared with: the first that holds its value. Targets in order (`inOrder`). */
export function targetInForce(targets: readonly Target[], { indicator, target }: Figure): Target | undefined {
  return targets.find((one) => one.indicator === indicator && one.value === target);
}

/** A nearer area goes before a wider one, a later year before an earlier one. */
function goesBefore(a: Target, b: Target): number {
  return depthOf(b.org) - depthOf(a.org) || b.year - a.year;
}

/** How near an area is: the digits of its code before the trailing zeros. */
function depthOf(org: string): number {
  return org.replace(/(?:000)+$/, '').length;
}
