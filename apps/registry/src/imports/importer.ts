import type { RowObject } from '#domain';
import type { CallContext } from '#observability';
import type { WriteTx } from '#persistence';
import type { FileRow, ImportJobState, RowOutcome, RowProblem } from './import-job.js';

/** What an importer may know of the job it works for. */
export interface ImportRun {
  readonly job: ImportJobState;
  /** The starter's, with a delegated token for calls to other services. */
  context(): CallContext;
  /** Aborts when the job is to be given back. */
  readonly signal: AbortSignal;
}

/** A row with what its cells say and what is wrong with them. */
export interface ReadRow {
  readonly file: FileRow;
  readonly value: RowObject;
  readonly problems: readonly RowProblem[];
}

/** A batch that is ready to be settled. */
export interface PreparedBatch {
  /**
   * Called in the transaction that also stores the job's progress, again when that collides. In a preview the transaction is
   * rolled back and only the outcomes are kept. An importer that overlaps may look around at once, but judges and stores
   * nothing before `turn` comes; for others it has come.
   */
  settle(tx: WriteTx, turn: Promise<unknown>): Promise<readonly RowOutcome[]>;
}

/** Imports one kind. State between batches lives in the importer that `begin` returns, one a run. */
export interface Importer {
  /** Rows in a batch. */
  readonly batchSize: number;
  /** Whether a batch may be stored while the one before it is not committed yet: its importer remembers what that one stored. */
  readonly overlaps: boolean;
  /** Everything that needs no transaction: checks, sealing, calls to other services. */
  prepare(rows: readonly ReadRow[]): Promise<PreparedBatch>;
}

/** Makes importers of a kind. */
export abstract class ImporterFactory {
  abstract begin(run: ImportRun): Importer;
}

/** Adds the refusals of a rule to those of the cells; a field that could not be read is not reported twice. */
export function joinProblems(cells: readonly RowProblem[], rules: readonly RowProblem[]): RowProblem[] {
  const unreadable = new Set(cells.map((problem) => problem.field));
  return [...cells, ...rules.filter((problem) => !unreadable.has(problem.field))];
}

/** A text field of a reading; cells of text columns are always texts. */
export function textOf(row: RowObject, field: string): string | undefined {
  const value = row[field];
  return typeof value === 'string' ? value : undefined;
}

/** A number field of a reading. */
export function numberOf(row: RowObject, field: string): number | undefined {
  const value = row[field];
  return typeof value === 'number' ? value : undefined;
}
