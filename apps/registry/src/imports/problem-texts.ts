import { ERROR_CATALOGUE, isErrorCode } from '#contracts';
import type { RowProblem } from './import-job.js';

type Locale = 'zh-CN' | 'en';

/** The words for a problem in the user's language. */
export function problemText(problem: RowProblem, locale: Locale): string {
  if (problem.message !== undefined && problem.message !== '') return problem.message;
  if (!isErrorCode(problem.code)) return problem.code;
  const entry = ERROR_CATALOGUE[problem.code];
  return locale === 'en' ? entry.en : entry.zh;
}

/** All problems of a row in one cell. */
export function reasonOf(problems: readonly RowProblem[], locale: Locale): string {
  const separator = locale === 'en' ? '; ' : '；';
  return problems
    .map((problem) => (problem.field === '' ? '' : `${problem.field}: `) + problemText(problem, locale))
    .join(separator);
}
