import { Injectable } from '@nestjs/common';
import {
  bindHeader,
  compileRowReader,
  isHeaderProblem,
  type BoundHeader,
  type ImportKind,
  type RowReading,
} from '#domain';
import { UnitOfWork, type WriteCall, type WriteTx } from '#persistence';
import type { TableRow } from '#spreadsheet';
import { ErrorWorkbook } from './error-workbook.js';
import { ImportFailure, LeaseLost, type RowOutcome, type RowProblem } from './import-job.js';
import { ImportJobRepository } from './import-job.repository.js';
import { ImporterCatalogue } from './importer-catalogue.js';
import { joinProblems, type ImportRun, type PreparedBatch, type ReadRow } from './importer.js';
import { RejectionRepository } from './rejection.repository.js';
import { UploadedTable } from './uploaded-table.js';

/** A preview's transaction ends here, with what it found out. */
class PreviewDone extends Error {
  constructor(readonly outcomes: readonly RowOutcome[]) {
    super('preview');
  }
}

/** Works a job off from where it stands to its end. Whatever kills it, the rows behind `next_row` are done exactly once. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: ImportJobRepository,
    private readonly rejections: RejectionRepository,
    private readonly table: UploadedTable,
    private readonly workbook: ErrorWorkbook,
    private readonly importers: ImporterCatalogue,
  ) {}

  async run(run: ImportRun, worker: string): Promise<void> {
    const { job } = run;
    const rows = this.table.rows(job.uploadId, run.signal);
    const header = await this.header(rows, run, worker);
    try {
      await this.settleRows(rows, header.bound, run, worker);
    } catch (error) {
      // The batches before the fault are settled: what was refused of them is given back all the same.
      if (error instanceof ImportFailure) await this.workbook.build(job, header.titles, run.signal);
      throw error;
    }
    await this.workbook.build(job, header.titles, run.signal);
  }

  private async settleRows(
    rows: AsyncIterable<TableRow>,
    header: BoundHeader,
    run: ImportRun,
    worker: string,
  ): Promise<void> {
    const { job } = run;
    const read = compileRowReader(job.kind, header);
    const importer = this.importers.begin(run);
    const steps = new Steps(job.nextRow);
    // While the database settles two batches, the next one is read, checked and sealed.
    let [before, last] = [SETTLED, SETTLED];
    try {
      for await (const batch of batches(rows, job.nextRow, importer.batchSize)) {
        const prepared = await importer.prepare(batch.map((row) => readRow(row, read, header)));
        await before.done;
        run.signal.throwIfAborted();
        const step = { ...steps.next(batch.length), overlaps: importer.overlaps };
        [before, last] = [last, this.beginToSettle(run, worker, prepared, step, last)];
      }
    } finally {
      await last.done;
    }
  }

  private async header(rows: AsyncIterator<TableRow>, run: ImportRun, worker: string) {
    const first = await rows.next();
    if (first.done === true) throw new ImportFailure('REGISTRY.IMPORT.FILE_EMPTY');
    const titles = first.value.cells;
    const bound = bindHeader(run.job.kind, titles);
    if (isHeaderProblem(bound)) throw new ImportFailure(bound.code, bound.column);
    const remembered = await this.unitOfWork.write(callOf(run), (tx) =>
      this.jobs.rememberHeader(tx, run.job.id, worker, titles),
    );
    if (!remembered) throw new LeaseLost();
    return { titles, bound };
  }

  private beginToSettle(
    run: ImportRun,
    worker: string,
    batch: PreparedBatch,
    step: Step & { readonly overlaps: boolean },
    before: Settling,
  ): Settling {
    const { promise: stored, resolve } = Promise.withResolvers<undefined>();
    const ready = (): void => resolve(undefined);
    const turn = { ...step, before, stored: step.overlaps ? ready : () => undefined };
    const begun = step.overlaps ? Promise.resolve() : before.stored;
    const done = begun.then(() => this.settle(run, worker, batch, turn)).finally(ready);
    // A rejection is met at a later await; until then it must not count as unhandled.
    done.catch(() => undefined);
    return { stored, done };
  }

  private async settle(run: ImportRun, worker: string, batch: PreparedBatch, turn: Turn): Promise<void> {
    const { from, to, before, stored } = turn;
    const preview = run.job.mode === 'preview' ? await this.outcomesOfPreview(run, batch, before) : null;
    await this.unitOfWork.write(callOf(run), async (tx) => {
      const outcomes = preview ?? (await batch.settle(tx, before.stored));
      stored();
      // Progress goes in the order of the file; when the batch before failed, so does this one.
      await before.done;
      const place = { id: run.job.id, worker, from, to };
      if (!(await this.jobs.advance(tx, place, outcomes))) throw new LeaseLost();
      await this.rejections.add(tx, run.job.id, outcomes);
      if (preview === null) note(tx, run.job.id, run.job.kind, outcomes);
    });
  }

  private async outcomesOfPreview(
    run: ImportRun,
    batch: PreparedBatch,
    before: Settling,
  ): Promise<readonly RowOutcome[]> {
    try {
      return await this.unitOfWork.write(callOf(run), async (tx) => {
        throw new PreviewDone(await batch.settle(tx, before.stored));
      });
    } catch (error) {
      if (error instanceof PreviewDone) return error.outcomes;
      throw error;
    }
  }
}

/** A batch on its way. */
interface Settling {
  /** The next one may be stored. */
  readonly stored: Promise<unknown>;
  /** It is committed; rejects when it is not. */
  readonly done: Promise<void>;
}

const SETTLED: Settling = { stored: Promise.resolve(), done: Promise.resolve() };

interface Step {
  readonly from: number;
  readonly to: number;
}

interface Turn extends Step {
  /** The batch before. */
  readonly before: Settling;
  /** Lets the next batch be stored. */
  readonly stored: () => void;
}

class Steps {
  constructor(private position: number) {}

  next(count: number): Step {
    const from = this.position;
    this.position += count;
    return { from, to: this.position };
  }
}

function callOf(run: ImportRun): WriteCall {
  return { context: run.context(), operation: 'registry.import' };
}

function note(tx: WriteTx, jobId: string, kind: ImportKind, outcomes: readonly RowOutcome[]): void {
  const count = (wanted: RowOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === wanted).length;
  const accepted = count('accepted');
  if (accepted === 0) return;
  const details = { kind, accepted, rejected: count('rejected'), skipped: count('skipped') };
  tx.audit({ action: 'import.batch', subjectKind: 'import', subjectId: jobId, details });
}

/** Batches of rows, without those already settled. */
async function* batches(rows: AsyncIterable<TableRow>, settled: number, size: number): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count <= settled) continue;
    batch.push(row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Reads a row; a cell without a usable value (an error, a formula nobody computed) is a refusal like any other. */
function readRow(row: TableRow, read: (cells: readonly string[]) => RowReading, header: BoundHeader): ReadRow {
  const reading = read(row.cells);
  if (row.faults.length === 0) return { file: row, value: reading.value, problems: reading.refusals };
  const faults = row.faults.flatMap(({ column }): RowProblem[] => {
    const field = header[column]?.field;
    return field === undefined ? [] : [{ field, code: 'REGISTRY.IMPORT.FORMULA' }];
  });
  return { file: row, value: reading.value, problems: joinProblems(faults, reading.refusals) };
}
