import { ERROR_CATALOGUE, isErrorCode } from '#contracts';
import { columnTitle, type ImportKind } from '#domain';
import type { RowProblem } from './import-job.js';

type Locale = 'zh-CN' | 'en';

/** The words for a problem in the user's language. */
export function problemText(problem: RowProblem, locale: Locale): string {
  if (problem.message !== undefined && problem.message !== '') return problem.message;
  if (!isErrorCode(problem.code)) return problem.code;
  const entry = ERROR_CATALOGUE[problem.code];
  return locale === 'en' ? entry.en : entry.zh;
}

/** All problems of a row in one cell, each behind the title of its column. */
export function reasonOf(problems: readonly RowProblem[], kind: ImportKind, locale: Locale): string {
  const [colon, separator] = locale === 'en' ? [': ', '; '] : ['：', '；'];
  const titleOf = (field: string): string => columnTitle(kind, field, locale === 'en' ? 'en' : 'zh');
  return problems
    .map((problem) => (problem.field === '' ? '' : titleOf(problem.field) + colon) + problemText(problem, locale))
    .join(separator);
}
