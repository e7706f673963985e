import type { ErrorCode } from '#contracts';
import type { ImportKind } from '#domain';
import type { Caller } from '#observability';

export type ImportMode = 'preview' | 'commit';
export type ImportStatus = 'running' | 'done' | 'failed';

/** A job as its row says. */
export interface ImportJobState {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly status: ImportStatus;
  readonly startedBy: string;
  readonly callerRoles: readonly string[];
  readonly callerScopes: readonly string[];
  readonly locale: 'zh-CN' | 'en';
  readonly correlationId: string;
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  /** Rows of the file that are settled; a resumed job goes on behind them. */
  readonly nextRow: number;
  readonly header: readonly string[] | null;
  readonly attempts: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly failureCode: ErrorCode | null;
  readonly failureDetail: string | null;
}

/** The user on whose behalf the job runs: no job can do more than whoever started it. */
export function callerOf(job: ImportJobState): Caller {
  return { kind: 'user', id: job.startedBy, roles: job.callerRoles, scopes: job.callerScopes };
}

/** One thing wrong with a row. `message` only when another service has put it into words. */
export interface RowProblem {
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

/** A row of the file: its number as a spreadsheet shows it, and its cells. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What became of a row. */
export interface RowOutcome {
  readonly file: FileRow;
  readonly kind: 'accepted' | 'skipped' | 'rejected';
  readonly errors: readonly RowProblem[];
}

export const acceptedRow = (file: FileRow): RowOutcome => ({ file, kind: 'accepted', errors: [] });
export const skippedRow = (file: FileRow): RowOutcome => ({ file, kind: 'skipped', errors: [] });
export const rejectedRow = (file: FileRow, errors: readonly RowProblem[]): RowOutcome => ({
  file,
  kind: 'rejected',
  errors,
});

/** The file as a whole cannot be imported; becomes the job's failure. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';

  constructor(
    readonly code: ErrorCode,
    /** Names the column or limit; never a value of a row. */
    readonly detail?: string,
  ) {
    super(code);
  }
}

/** Another worker has taken the job over; this one must stop without a trace. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
