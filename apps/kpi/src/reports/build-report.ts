import { normaliseScope, SMI_INDICATORS, SMI_RULES_VERSION, type ReportFigure, type ReportLanguage } from '#domain';
import type { MeasureQuery } from '../values/measure-query.js';
import type { ValueInit } from '../values/value.mapper.js';
import type { Report } from './report.js';

const BY_ID = new Map(SMI_INDICATORS.map((entry) => [entry.id, entry]));

/** Puts a report together from figures as `/kpi/values` answers them: nothing is computed here. */
export function buildReport(
  query: MeasureQuery,
  values: readonly ValueInit[],
  names: ReadonlyMap<string, string>,
  language: ReportLanguage,
  generatedAt: Date,
): Report {
  const nameOf = (org: string): string => names.get(normaliseScope(org)) ?? org;
  return {
    language,
    head: {
      org: query.org,
      orgName: nameOf(query.org),
      period: query.period.text,
      from: query.window.from,
      asOf: query.window.to,
      status: values[0]?.status ?? 'live',
      definitionSet: SMI_RULES_VERSION,
      generatedAt: generatedAt.toISOString(),
    },
    figures: values.map((value) => figureOf(value, nameOf)),
  };
}

function figureOf(value: ValueInit, nameOf: (org: string) => string): ReportFigure {
  const indicator = BY_ID.get(value.indicator ?? '');
  if (indicator === undefined) throw new RangeError('a figure without a definition');
  return {
    indicator,
    org: value.org ?? '',
    orgName: nameOf(value.org ?? ''),
    numerator: value.numerator ?? null,
    denominator: value.denominator ?? null,
    value: value.value ?? null,
    target: value.target ?? null,
    met: value.met ?? null,
    headcountGap: value.headcountGap ?? null,
  };
}
