import type { IndicatorInfo } from './indicator.js';
import {
  MISSING,
  noNumber,
  noNumberText,
  verdictText,
  type ReportFigure,
  type ReportHead,
  type ReportLanguage,
} from './report-figure.js';

/** A cell of a table for machines and people: numbers stay numbers. */
export type ReportCell = string | number;

/** A column: its titles, and whether its cells are numbers. */
export interface ReportColumn {
  readonly zh: string;
  readonly en: string;
  readonly kind: 'text' | 'number';
  /** Width in characters. */
  readonly width: number;
}

type FigureCell = (figure: ReportFigure, head: ReportHead, language: ReportLanguage) => ReportCell;
type DefinitionCell = (indicator: Omit<IndicatorInfo, 'denominator'>, language: ReportLanguage) => ReportCell;

const UNITS = {
  'zh-CN': { percent: '%', permille: '‰', count: '例', days: '天' },
  en: { percent: '%', permille: '‰', count: 'count', days: 'days' },
} as const;
const STATUSES: Readonly<Record<ReportLanguage, Readonly<Record<string, string>>>> = {
  'zh-CN': { live: '实时', submitted: '已提交', approved: '已审核', locked: '已锁定' },
  en: { live: 'live', submitted: 'submitted', approved: 'approved', locked: 'locked' },
};

function text(zh: string, en: string, width: number): ReportColumn {
  return { zh, en, width, kind: 'text' };
}
function number(zh: string, en: string, width = 12): ReportColumn {
  return { zh, en, width, kind: 'number' };
}

/** Columns of the figures, and what stands in them. */
const FIGURES: readonly (readonly [ReportColumn, FigureCell])[] = [
  [text('区划代码', 'Area code', 15), ({ org }) => org],
  [text('区域', 'Area', 18), ({ orgName }) => orgName],
  [text('指标代码', 'Indicator id', 40), ({ indicator }) => indicator.id],
  [text('指标', 'Indicator', 34), ({ indicator }, _, language) => nameOf(indicator, language)],
  [number('分子', 'Numerator'), ({ numerator }) => numerator ?? MISSING],
  [number('分母', 'Denominator'), ({ denominator }) => denominator ?? MISSING],
  [number('数值', 'Value'), valueCell],
  [text('单位', 'Unit', 8), ({ indicator }, _, language) => UNITS[language][indicator.unit]],
  [number('目标', 'Target'), ({ target }) => target ?? MISSING],
  [text('达标情况', 'Target met', 12), (figure, _, language) => verdictText(figure, language)],
  [number('差距人数', 'Gap (heads)'), gapCell],
  [number('定义版本', 'Definition version', 10), ({ indicator }) => indicator.version],
  [text('依据文件', 'Source', 44), ({ indicator }, _, language) => definitionIn(language, indicator).source],
  [text('条款', 'Clause', 36), ({ indicator }, _, language) => definitionIn(language, indicator).clause],
  [text('期间', 'Period', 24), (_, { period }) => period],
  [text('起始日', 'From', 12), (_, { from }) => from],
  [text('截止日', 'As of', 12), (_, { asOf }) => asOf],
  [text('状态', 'Status', 10), (_, { status }, language) => statusText(status, language)],
  [text('生成时间', 'Generated at', 26), (_, { generatedAt }) => generatedAt],
];

/** Columns of the definitions. */
const DEFINITIONS: readonly (readonly [ReportColumn, DefinitionCell])[] = [
  [text('指标代码', 'Indicator id', 40), ({ id }) => id],
  [text('指标', 'Indicator', 34), nameOf],
  [text('单位', 'Unit', 8), ({ unit }, language) => UNITS[language][unit]],
  [text('计算公式', 'Formula', 80), (indicator, language) => definitionIn(language, indicator).formula],
  [text('方向', 'Better', 10), ({ better }, language) => directionText(better, language)],
  [text('依据文件', 'Source', 60), (indicator, language) => definitionIn(language, indicator).source],
  [text('条款', 'Clause', 50), (indicator, language) => definitionIn(language, indicator).clause],
  [text('证据等级', 'Evidence', 10), ({ evidence }) => evidence],
  [text('规则编号', 'Rule id', 24), ({ ruleId }) => ruleId],
  [text('生效日期', 'Effective from', 12), ({ effectiveFrom }) => effectiveFrom],
  [number('定义版本', 'Definition version', 10), ({ version }) => version],
];

/** Columns of the table of figures, in order. */
export const FIGURE_COLUMNS: readonly ReportColumn[] = FIGURES.map(([column]) => column);
/** Columns of the table of definitions, in order. */
export const DEFINITION_COLUMNS: readonly ReportColumn[] = DEFINITIONS.map(([column]) => column);

/** The cells of one figure. A value that cannot be is "not applicable", one that is not known a dash; never 0. */
export function figureCells(figure: ReportFigure, head: ReportHead, language: ReportLanguage): ReportCell[] {
  return FIGURES.map(([, cell]) => cell(figure, head, language));
}

/** The cells of one definition. */
export function definitionCells(indicator: Omit<IndicatorInfo, 'denominator'>, language: ReportLanguage): ReportCell[] {
  return DEFINITIONS.map(([, cell]) => cell(indicator, language));
}

/** Name of an indicator in the language of the report. */
export function nameOf(indicator: Pick<IndicatorInfo, 'nameZh' | 'nameEn'>, language: ReportLanguage): string {
  return language === 'en' ? indicator.nameEn : indicator.nameZh;
}

type Defined = Pick<IndicatorInfo, 'formula' | 'formulaEn' | 'source' | 'sourceEn' | 'clause' | 'clauseEn'>;

/** What an indicator counts and on which grounds, in the language of the report. */
export function definitionIn(
  language: ReportLanguage,
  indicator: Defined,
): Pick<IndicatorInfo, 'formula' | 'source' | 'clause'> {
  const { formula, formulaEn, source, sourceEn, clause, clauseEn } = indicator;
  return language === 'en' ? { formula: formulaEn, source: sourceEn, clause: clauseEn } : { formula, source, clause };
}

/** `live`, `submitted` … in words. */
export function statusText(status: string, language: ReportLanguage): string {
  return STATUSES[language][status] ?? status;
}

function directionText(better: IndicatorInfo['better'], language: ReportLanguage): string {
  if (language === 'en') return better;
  return better === 'higher' ? '越高越好' : '越低越好';
}

function valueCell(figure: ReportFigure, _: ReportHead, language: ReportLanguage): ReportCell {
  const reason = noNumber(figure);
  return reason === null ? (figure.value ?? MISSING) : noNumberText(reason, language);
}

function gapCell(figure: ReportFigure, _: ReportHead, language: ReportLanguage): ReportCell {
  if (figure.target === null) return MISSING;
  const reason = noNumber(figure);
  return reason === null ? (figure.headcountGap ?? MISSING) : noNumberText(reason, language);
}
