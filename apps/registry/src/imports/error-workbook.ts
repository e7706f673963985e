import { Injectable } from '@nestjs/common';
import { REASON_TITLES } from '#domain';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import { PIECE_BYTES, RejectionRepository } from './rejection.repository.js';
import { reasonOf } from './problem-texts.js';

const PAGE = 500;

/** Makes the workbook of a job's refused rows and keeps it in pieces, so that any instance can serve any part of it. */
@Injectable()
export class ErrorWorkbook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rejections: RejectionRepository,
  ) {}

  async build(jobId: string, header: readonly string[], locale: 'zh-CN' | 'en', signal: AbortSignal): Promise<void> {
    const rows = this.rows(jobId, header, locale);
    const first = await rows.next();
    if (first.done === true) return;
    const titles = [...header, REASON_TITLES[locale === 'en' ? 1 : 0] ?? ''];
    const bytes = csv(titles, first.value, rows);
    let index = 0;
    for await (const piece of ofOneSize(bytes, PIECE_BYTES)) {
      signal.throwIfAborted();
      await this.keep(jobId, index, piece);
      index += 1;
    }
  }

  private async keep(jobId: string, index: number, piece: Buffer): Promise<void> {
    const context = { caller: systemCaller('imports'), correlationId: jobId, locale: 'zh-CN' as const };
    await this.unitOfWork.write({ context, operation: 'import.errors' }, (tx) =>
      this.rejections.addPiece(tx, jobId, index, piece),
    );
  }

  private async *rows(jobId: string, header: readonly string[], locale: 'zh-CN' | 'en'): AsyncGenerator<string[]> {
    for (let after = 0; ;) {
      const page = await this.unitOfWork.read(systemCaller('imports'), (tx) =>
        this.rejections.page(tx, jobId, after, PAGE),
      );
      for (const { cells, errors, row } of page) {
        const padded = header.map((_, i) => cells[i] ?? '');
        yield [...padded, reasonOf(errors, locale)];
        after = row;
      }
      if (page.length < PAGE) return;
    }
  }
}

async function* csv(titles: string[], first: string[], rest: AsyncIterable<string[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(titles.join(',') + '\n');
  yield Buffer.from(first.join(',') + '\n');
  for await (const row of rest) yield Buffer.from(row.join(',') + '\n');
}

/** Cuts bytes into pieces of one size; only the last may be shorter. */
async function* ofOneSize(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.byteLength;
    if (length < size) continue;
    const all = Buffer.concat(held);
    let start = 0;
    for (; all.length - start >= size; start += size) yield all.subarray(start, start + size);
    held = [all.subarray(start)];
    length = all.length - start;
  }
  if (length > 0) yield Buffer.concat(held);
}
