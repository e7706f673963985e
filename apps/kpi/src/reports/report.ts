import type { ReportFigure, ReportHead, ReportLanguage } from '#domain';

/** Kinds of files a report comes as. */
export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report: one reading of the figures, whatever it is written as. */
export interface Report {
  readonly head: ReportHead;
  readonly language: ReportLanguage;
  /** Area by area, the whole first; in each the indicators in their order. */
  readonly figures: readonly ReportFigure[];
}

export type Indicator = ReportFigure['indicator'];

/** The indicators of a report, each once. */
export function indicatorsOf({ figures }: Report): Indicator[] {
  return [...new Map(figures.map(({ indicator }) => [indicator.id, indicator])).values()];
}

/** The name of the report in its language. */
export function reportTitle(language: ReportLanguage): string {
  return language === 'en' ? 'Indicators of severe mental illness management' : '严重精神障碍管理治疗指标报表';
}
