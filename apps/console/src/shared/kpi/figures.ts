import type { Schemas } from '../../api/client.js';
import type { Status } from '../status-shapes.js';

export type Figure = Schemas['KpiValueDto'];
export type Indicator = Schemas['KpiIndicatorDto'];

/** How a figure stands to its target. */
export const STANDINGS = ['met', 'near', 'missed', 'no_target', 'not_applicable', 'missing'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The mark of a standing: the shapes and colours of the whole console. */
export const STANDING_STATUS: Readonly<Record<Standing, Status>> = {
  met: 'done',
  near: 'due',
  missed: 'overdue',
  no_target: 'unknown',
  not_applicable: 'unknown',
  missing: 'unknown',
};

/** Part of the target by which a figure may miss it and still be called near. */
const NEAR = 0.05;

/** Whether the target is met, nearly met or missed; or why there is nothing to say. */
export function standingOf({ value, denominator, target, met }: Figure): Standing {
  if (value === null) return denominator === 0 ? 'not_applicable' : 'missing';
  if (target === null || met === null) return 'no_target';
  if (met) return 'met';
  return Math.abs(value - target) <= Math.abs(target) * NEAR ? 'near' : 'missed';
}

/** Change against another period. */
export interface Change {
  /** In the unit of the indicator. */
  readonly by: number;
  readonly direction: 'better' | 'worse' | 'same';
}

/** Difference of two figures of one indicator; undefined where either has no value. */
export function changeOf(now: Figure, then: Figure | undefined, better: string): Change | undefined {
  if (now.value === null || then === undefined || then.value === null) return undefined;
  const by = Math.round((now.value - then.value) * 100) / 100;
  if (by === 0) return { by, direction: 'same' };
  return { by, direction: by > 0 === (better === 'higher') ? 'better' : 'worse' };
}

/** The indicator this one is another reading of, if any: `smi.management_rate_cdc` → `smi.management_rate`. */
export function mainReadingOf(id: string, all: readonly { readonly id: string }[]): string | undefined {
  const longer = all.map((one) => one.id).filter((other) => id.startsWith(`${other}_`));
  return longer.sort((a, b) => b.length - a.length)[0];
}

/** The indicators that are no second readings of others. */
export function mainIndicators(all: readonly Indicator[]): Indicator[] {
  return all.filter(({ id }) => mainReadingOf(id, all) === undefined);
}

/** Which list of people answers "who is it about": those missing, or where less is better, those counted. */
export function sideToLookAt(indicator: Indicator, figure: Figure): 'gap' | 'numerator' {
  const noList = indicator.id.startsWith('smi.reported_prevalence');
  return indicator.better === 'lower' || noList || figure.denominator === null ? 'numerator' : 'gap';
}

/** How many people that list holds. */
export function headsToLookAt(indicator: Indicator, figure: Figure): number {
  const { numerator, denominator } = figure;
  if (sideToLookAt(indicator, figure) === 'numerator') return numerator ?? 0;
  return Math.max(0, (denominator ?? 0) - (numerator ?? 0));
}

/** `%`, `‰`; nothing for counts. */
export function unitSign(unit: string): string {
  return { percent: '%', permille: '‰' }[unit] ?? '';
}

/** Worst first: the farthest below (or where less is better, above) comes first; figures without a value last. */
export function worstFirst(better: string): (a: Figure, b: Figure) => number {
  const sign = better === 'higher' ? 1 : -1;
  return (a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value - b.value) || a.org.localeCompare(b.org);
  };
}
