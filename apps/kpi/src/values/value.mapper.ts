import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ValueSchema } from '#contracts';
import { figureValue, judgeTarget, SMI_INDICATORS } from '#domain';
import { populationAt, targetAt, type FigurePlace, type FigureSource } from './figure.js';

/** A figure as it is answered. */
export type ValueInit = MessageInitShape<typeof ValueSchema>;

/** Approval of reports comes with a later release; until then every figure is the live one. */
const STATUS = 'live';

/** One figure. `slot` is the indicator's place in the definitions. */
export function valueOf(source: FigureSource, place: FigurePlace, slot: number): ValueInit {
  const entry = SMI_INDICATORS[slot];
  if (entry === undefined) throw new RangeError('no such indicator slot');
  const counts = source.counts(place);
  const numerator = counts?.numerators[slot] ?? 0;
  const denominator =
    entry.denominator === 'population' ? populationAt(place, source.populations) : (counts?.denominators[slot] ?? 0);
  const target = targetAt(place, entry.id, source.targets);
  const verdict =
    target === undefined ? null : judgeTarget(entry.unit, entry.better, numerator, denominator, target.value);
  return {
    indicator: entry.id,
    org: place.org,
    period: place.period,
    numerator,
    ...given('denominator', denominator),
    ...given('value', figureValue(entry.unit, numerator, denominator)),
    unit: entry.unit,
    ...given('target', target?.value),
    ...given('met', verdict?.met),
    ...given('headcountGap', verdict?.headcountGap),
    definitionVersion: entry.version,
    status: STATUS,
    asOf: place.window.to,
    ...(place.part === 'all' ? {} : { part: place.part }),
    from: place.window.from,
    to: place.window.to,
  };
}

function given<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
