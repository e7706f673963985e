import { Injectable } from '@nestjs/common';
import { REASON_TITLES } from '#domain';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { ofOneSize, writeXlsx } from '#spreadsheet';
import type { ImportJobState } from './import-job.js';
import { reasonOf } from './problem-texts.js';
import { PIECE_BYTES, RejectionRepository } from './rejection.repository.js';

const PAGE = 500;
const REASON_WIDTH = 80;
const CALLER = systemCaller('imports');

/** Makes the workbook of a job's refused rows and keeps it in pieces, so that any instance can serve any part of it. */
@Injectable()
export class ErrorWorkbook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rejections: RejectionRepository,
  ) {}

  /** The columns as they were sent, and the reason behind them; to be mended and sent again. */
  async build(job: ImportJobState, header: readonly string[], signal: AbortSignal): Promise<void> {
    const { id: jobId, locale } = job;
    const [any] = await this.unitOfWork.read(CALLER, (tx) => this.rejections.page(tx, jobId, 0, 1));
    if (any === undefined) return;
    // A workbook that is sent again brings a reason column of its own.
    const columns = header.flatMap((title, i) => (REASON_TITLES.includes(title.trim()) ? [] : [i]));
    const titles = [...columns.map((i) => header[i] ?? ''), REASON_TITLES[locale === 'en' ? 1 : 0] ?? ''];
    const sheet = {
      name: locale === 'en' ? 'Refused rows' : '未导入的行',
      columns: titles.map((title, i) => ({ header: title, ...(i === columns.length && { width: REASON_WIDTH }) })),
      rows: this.rows(job, columns),
    };
    let index = 0;
    for await (const piece of ofOneSize(writeXlsx([sheet], { audience: 'reimport' }), PIECE_BYTES)) {
      signal.throwIfAborted();
      await this.keep(jobId, index, piece);
      index += 1;
    }
  }

  private async keep(jobId: string, index: number, piece: Buffer): Promise<void> {
    const context = { caller: CALLER, correlationId: jobId, locale: 'zh-CN' as const };
    await this.unitOfWork.write({ context, operation: 'import.errors' }, (tx) =>
      this.rejections.addPiece(tx, jobId, index, piece),
    );
  }

  private async *rows({ id, kind, locale }: ImportJobState, columns: readonly number[]): AsyncGenerator<string[]> {
    for (let after = 0; ;) {
      const last = after;
      const page = await this.unitOfWork.read(CALLER, (tx) => this.rejections.page(tx, id, last, PAGE));
      for (const { cells, errors, row } of page) {
        yield [...columns.map((i) => cells[i] ?? ''), reasonOf(errors, kind, locale)];
        after = row;
      }
      if (page.length < PAGE) return;
    }
  }
}
