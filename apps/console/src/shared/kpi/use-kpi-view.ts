import { useMemo } from 'react';
import { isCode } from '../../area/area-code.js';
import { useArea } from '../../area/use-area.js';
import { useToday } from '../../session/use-session.js';
import { isDay } from '../day-input/typed-day.js';
import { parametersNow, useParameters, withChanges, type ParameterChanges } from '../use-parameters.js';
import type { Measure } from './kpi-queries.js';
import { COMPARISONS, readPeriod, type Comparison } from './periods.js';

/** What of a view of figures stands in the address, beside the area. */
export interface KpiView {
  readonly measure: Measure;
  readonly compare: Comparison;
  readonly today: string;
  /** The area of the address where it is not one of the user's: nothing is asked for then. */
  readonly elsewhere: string | undefined;
  /** A parameter of the page's own; '' when it is not given. */
  get(name: string): string;
  /** The search part of an address that differs from this one; `undefined` takes a parameter away. */
  search(changes: ParameterChanges): string;
  change(changes: ParameterChanges): void;
}

/** The view an address opens; the same for a colleague with the same rights. */
export function useKpiView(): KpiView {
  const { code } = useArea();
  const [parameters, change] = useParameters();
  const today = useToday();
  return useMemo(() => {
    const get = (name: string): string => parameters.get(name) ?? '';
    const asked = get('org');
    const elsewhere = code !== undefined && isCode(asked) && asked !== code ? asked : undefined;
    const asOf = isDay(get('asOf')) ? get('asOf') : undefined;
    // The area is said even where it is the one chosen last.
    const area = (given: URLSearchParams): ParameterChanges => (given.has('org') ? {} : { org: code });
    return {
      measure: {
        org: elsewhere === undefined ? (code ?? '') : '',
        period: readPeriod(get('period')) === undefined ? today.slice(0, 4) : get('period'),
        asOf,
      },
      compare: COMPARISONS.find((one) => one === get('compare')) ?? 'previous',
      today,
      elsewhere,
      get,
      search: (changes) => `?${withChanges(parameters, { ...area(parameters), ...changes }).toString()}`,
      change: (changes) => change({ ...area(parametersNow()), ...changes }),
    };
  }, [code, parameters, change, today]);
}
