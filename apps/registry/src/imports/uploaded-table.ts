import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse';
import { systemCaller } from '#observability';
import { UnitOfWork } from '#persistence';
import type { FileRow } from './import-job.js';
import { UploadRepository } from './upload.repository.js';

/** The rows of an uploaded file, streamed. */
@Injectable()
export class UploadedTable {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
  ) {}

  async *rows(uploadId: string, signal: AbortSignal): AsyncGenerator<FileRow> {
    const parser = Readable.from(this.pieces(uploadId, signal)).pipe(parse({ relaxColumnCount: true, bom: true }));
    let row = 0;
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  }

  private async *pieces(uploadId: string, signal: AbortSignal): AsyncGenerator<Buffer> {
    for (let index = 0; ; index += 1) {
      signal.throwIfAborted();
      const piece = await this.unitOfWork.read(systemCaller('imports'), (tx) =>
        this.uploads.readPiece(tx, uploadId, index),
      );
      if (piece === undefined) return;
      yield piece;
    }
  }
}
