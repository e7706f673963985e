import type { IndicatorInfo } from './indicator.js';
import type { IndicatorUnit } from './ratio.js';

/** Languages a report is written in. */
export const REPORT_LANGUAGES = ['zh-CN', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** One figure of a report: an indicator in an area. */
export interface ReportFigure {
  readonly org: string;
  readonly orgName: string;
  readonly indicator: Omit<IndicatorInfo, 'denominator'>;
  readonly numerator: number | null;
  /** `null`: no population figure. */
  readonly denominator: number | null;
  readonly value: number | null;
  readonly target: number | null;
  readonly met: boolean | null;
  readonly headcountGap: number | null;
}

/** What all figures of a report have in common. */
export interface ReportHead {
  readonly org: string;
  readonly orgName: string;
  readonly period: string;
  readonly from: string;
  /** Day the figures are measured to. */
  readonly asOf: string;
  readonly status: string;
  /** Sum of the versions of all definitions. */
  readonly definitionSet: number;
  /** RFC 3339. */
  readonly generatedAt: string;
}

/** A figure that is no number: what cannot be, and what is not known. Neither is 0 (`service-system.md` B.2 b, c). */
export type NoNumber = 'not_applicable' | 'missing';

/** Shown for what is not known. */
export const MISSING = '—';
const NOT_APPLICABLE: Readonly<Record<ReportLanguage, string>> = { 'zh-CN': '不适用', en: 'n.a.' };
const UNIT_SIGNS: Readonly<Record<IndicatorUnit, string>> = { percent: '%', permille: '‰', count: '', days: 'd' };
const VERDICTS: Readonly<Record<ReportLanguage, readonly [met: string, missed: string]>> = {
  'zh-CN': ['达标', '未达标'],
  en: ['met', 'not met'],
};

/** Why a figure has no value; `null` when it has one. */
export function noNumber({ value, denominator }: Pick<ReportFigure, 'value' | 'denominator'>): NoNumber | null {
  if (value !== null) return null;
  return denominator === 0 ? 'not_applicable' : 'missing';
}

/** The word for a figure without a value. */
export function noNumberText(reason: NoNumber, language: ReportLanguage): string {
  return reason === 'missing' ? MISSING : NOT_APPLICABLE[language];
}

/** `%`, `‰` or nothing. */
export function unitSign(unit: IndicatorUnit): string {
  return UNIT_SIGNS[unit];
}

/** A value of the unit as it is printed: `82.69 %`, `4.00 ‰`, `1,043`. */
export function printedValue(value: number, unit: IndicatorUnit): string {
  if (unit === 'count') return printedCount(value);
  const sign = UNIT_SIGNS[unit];
  return sign === '' ? value.toFixed(2) : `${value.toFixed(2)} ${sign}`;
}

/** A head count with its thousands apart; `—` when it is not known. */
export function printedCount(count: number | null): string {
  return count === null ? MISSING : String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** Whether the target is reached, in words; a dash where there is no target. */
export function verdictText(figure: ReportFigure, language: ReportLanguage): string {
  if (figure.target === null) return MISSING;
  const reason = noNumber(figure);
  if (reason !== null) return noNumberText(reason, language);
  return VERDICTS[language][figure.met === true ? 0 : 1];
}
