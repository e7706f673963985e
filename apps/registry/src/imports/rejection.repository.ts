import { Injectable } from '@nestjs/common';
import { FieldCipher, type Tx } from '#persistence';
import type { RowOutcome, RowProblem } from './import-job.js';

export interface Rejection {
  readonly row: number;
  readonly cells: readonly string[];
  readonly errors: readonly RowProblem[];
}

/** Bytes of one stored piece of a workbook. */
export const PIECE_BYTES = 384 * 1024;

const REJECTIONS = 'import_rejection';
const PIECES = 'import_error_file';

/** Refused rows and the workbook made of them, sealed: they hold what the file held. */
@Injectable()
export class RejectionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async add(tx: Tx, jobId: string, outcomes: readonly RowOutcome[]): Promise<void> {
    const rejected = outcomes.filter((outcome) => outcome.kind === 'rejected');
    if (rejected.length === 0) return;
    await tx.query(
      `insert into import_rejection (job_id, row_no, cells, errors)
       select $1::uuid, u.row_no, u.cells, u.errors from unnest($2::integer[], $3::bytea[], $4::jsonb[])
         as u (row_no, cells, errors)`,
      [
        jobId,
        rejected.map(({ file }) => file.row),
        rejected.map(({ file }) => this.cipher.seal(JSON.stringify(file.cells), rowPlace(jobId, file.row))),
        rejected.map(({ errors }) => JSON.stringify(errors)),
      ],
    );
  }

  /** The next refused rows in the order of the file. */
  async page(tx: Tx, jobId: string, afterRow: number, limit: number): Promise<Rejection[]> {
    const rows = await tx.query<{ row: number; cells: Buffer; errors: RowProblem[] }>(
      `select row_no as row, cells, errors from import_rejection where job_id = $1::uuid and row_no > $2
        order by row_no limit $3`,
      [jobId, afterRow, limit],
    );
    return rows.map(({ row, cells, errors }) => ({
      row,
      cells: JSON.parse(this.cipher.open(cells, rowPlace(jobId, row))) as string[],
      errors,
    }));
  }

  /** What is wrong with the first refused rows, without what they hold. */
  firstErrors(tx: Tx, jobId: string, limit: number): Promise<{ row: number; errors: RowProblem[] }[]> {
    return tx.query(
      `select row_no as row, errors from import_rejection where job_id = $1::uuid order by row_no limit $2`,
      [jobId, limit],
    );
  }

  async addPiece(tx: Tx, jobId: string, index: number, data: Buffer): Promise<void> {
    const sealed = this.cipher.seal(data.toString('base64'), piecePlace(jobId, index));
    await tx.query(
      `insert into import_error_file (job_id, idx, size, data) values ($1::uuid, $2, $3, $4)
       on conflict (job_id, idx) do update set size = excluded.size, data = excluded.data`,
      [jobId, index, data.length, sealed],
    );
  }

  async readPiece(tx: Tx, jobId: string, index: number): Promise<Buffer | undefined> {
    const rows = await tx.query<{ data: Buffer }>(
      `select data from import_error_file where job_id = $1::uuid and idx = $2`,
      [jobId, index],
    );
    const sealed = rows[0]?.data;
    return sealed && Buffer.from(this.cipher.open(sealed, piecePlace(jobId, index)), 'base64');
  }

  /** Reports are kept thirty days (service-system.md G.1, exports). */
  async removeOld(tx: Tx): Promise<void> {
    const old = `select id from import_job where finished_at < now() - interval '30 days'`;
    await tx.query(`delete from import_rejection where job_id in (${old})`);
    await tx.query(`delete from import_error_file where job_id in (${old})`);
  }
}

function rowPlace(jobId: string, row: number) {
  return { table: REJECTIONS, column: 'cells', rowId: `${jobId}/${String(row)}` };
}

function piecePlace(jobId: string, index: number) {
  return { table: PIECES, column: 'data', rowId: `${jobId}/${String(index)}` };
}
