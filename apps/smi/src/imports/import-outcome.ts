import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, errorEntry, type ErrorCode, type ImportOutcomeSchema } from '#contracts';
import type { CallContext } from '#observability';

/** What was decided about one row of a batch. */
export interface RowVerdict {
  readonly row: number;
  readonly outcome: 'accepted' | 'skipped' | 'rejected';
  readonly problems: readonly { readonly field: string; readonly code: ErrorCode }[];
}

/** Rows a batch may have. */
const MAX_ROWS = 2_000;

export const acceptedRow = (row: number): RowVerdict => ({ row, outcome: 'accepted', problems: [] });
export const skippedRow = (row: number): RowVerdict => ({ row, outcome: 'skipped', problems: [] });
export const rejectedRow = (row: number, ...problems: RowVerdict['problems']): RowVerdict => ({
  row,
  outcome: 'rejected',
  problems,
});

/** Verdicts in the order of the rows, with the reasons in the user's language. */
export function outcomesOf(
  verdicts: readonly RowVerdict[],
  locale: CallContext['locale'],
): MessageInitShape<typeof ImportOutcomeSchema>[] {
  const language = locale === 'en' ? 'en' : 'zh';
  return [...verdicts]
    .sort((a, b) => a.row - b.row)
    .map(({ row, outcome, problems }) => ({
      row,
      outcome,
      errors: problems.map(({ field, code }) => ({ field, code, message: errorEntry(code)[language] })),
    }));
}

/** Counts for the audit trail. */
export function countsOf(verdicts: readonly RowVerdict[]) {
  const count = (outcome: RowVerdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { accepted: count('accepted'), skipped: count('skipped'), rejected: count('rejected') };
}

/** Whether the batch only asks; refused when it is too long or asks for something else. */
export function isPreview(mode: string, rows: readonly unknown[]): boolean {
  if (rows.length > MAX_ROWS) throw new DomainError('COMMON.TOO_LARGE');
  if (mode === 'preview' || mode === 'commit') return mode === 'preview';
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'mode', code: 'FIELD.CODE' }] });
}
