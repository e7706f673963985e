import type { ErrorEntry } from './catalogue.js';

/** Refusals of the kpi service. */
export const KPI_ERRORS = {
  'KPI.INDICATOR.UNKNOWN': { category: 'validation', zh: '没有这个指标', en: 'No such indicator' },
  'KPI.PERIOD.INVALID': {
    category: 'validation',
    zh: '期间应为 2026、2026-H1、2026-Q1、2026-03 或 2026-01-01..2026-03-31',
    en: 'Write the period as 2026, 2026-H1, 2026-Q1, 2026-03 or 2026-01-01..2026-03-31',
  },
  'KPI.PERIOD.NOT_BEGUN': { category: 'validation', zh: '该期间尚未开始', en: 'This period has not begun' },
  'KPI.AS_OF.IN_FUTURE': { category: 'validation', zh: '截止日不能晚于今天', en: 'asOf lies in the future' },
  'KPI.AS_OF.BEFORE_PERIOD': {
    category: 'validation',
    zh: '截止日早于该期间',
    en: 'asOf lies before the period',
  },
  'KPI.TARGET.VALUE_OUT_OF_RANGE': {
    category: 'validation',
    zh: '目标值超出该指标的单位范围',
    en: 'The target does not fit the unit of the indicator',
  },
  'KPI.MEMBERS.POPULATION': {
    category: 'rule',
    zh: '该指标的分母是常住人口，没有名单；请查看分子',
    en: 'The denominator is the resident population, not a list of people: ask for the numerator',
  },
} as const satisfies Record<string, ErrorEntry>;
