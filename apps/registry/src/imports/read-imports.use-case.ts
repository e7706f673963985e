import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { validate as isUuid } from 'uuid';
import {
  DomainError,
  type GetImportRequest,
  type GetImportResponseSchema,
  type ListImportsRequest,
  type ListImportsResponseSchema,
  type ReadErrorsFileRequest,
  type ReadErrorsFileResponseSchema,
} from '#contracts';
import type { CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { decodeCursor, encodeCursor, pageSize } from '../paging.js';
import type { ImportJobState } from './import-job.js';
import { toImportJob } from './import-job.mapper.js';
import { ImportJobRepository } from './import-job.repository.js';
import { PIECE_BYTES, RejectionRepository } from './rejection.repository.js';

const FIRST_ROWS = 20;

/** A job is shown to whoever started it, and to nobody else. */
@Injectable()
export class ReadImportsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: ImportJobRepository,
    private readonly rejections: RejectionRepository,
  ) {}

  get(request: GetImportRequest, context: CallContext): Promise<MessageInitShape<typeof GetImportResponseSchema>> {
    return this.unitOfWork.read(context.caller, async (tx) => {
      const job = await this.ownJob(tx, request.id);
      return { job: toImportJob(job, await this.rejections.firstErrors(tx, job.id, FIRST_ROWS)) };
    });
  }

  async list(
    request: ListImportsRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ListImportsResponseSchema>> {
    const limit = pageSize(request.limit);
    const [before = null] = decodeCursor(request.cursor, 1);
    if (before !== null && !isUuid(before)) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
    }
    const { caller } = context;
    const jobs = await this.unitOfWork.read(caller, (tx) => this.jobs.list(tx, caller.id, before, limit + 1));
    const items = jobs.slice(0, limit).map((job) => toImportJob(job, []));
    const last = jobs[limit - 1];
    return jobs.length > limit && last !== undefined ? { items, nextCursor: encodeCursor([last.id]) } : { items };
  }

  /** The workbook of refused rows from an offset on; empty data at its end. The first piece leaves a trace. */
  readErrors(
    request: ReadErrorsFileRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ReadErrorsFileResponseSchema>> {
    return this.unitOfWork.readAudited(context, async (tx) => {
      const job = await this.ownJob(tx, request.id);
      if (job.status === 'running') throw new DomainError('REGISTRY.IMPORT.NOT_FINISHED');
      const offset = Math.max(0, request.offset);
      const piece = await this.rejections.readPiece(tx, job.id, Math.floor(offset / PIECE_BYTES));
      if (piece === undefined && offset === 0) throw new DomainError('COMMON.NOT_FOUND');
      if (offset === 0) {
        const details = { rejected: job.rejected };
        tx.audit({ action: 'import.errors', subjectKind: 'import', subjectId: job.id, details });
      }
      return { data: Uint8Array.from(piece?.subarray(offset % PIECE_BYTES) ?? []) };
    });
  }

  private async ownJob(tx: Tx, id: string): Promise<ImportJobState> {
    const job = isUuid(id) ? await this.jobs.find(tx, id, tx.caller.id) : undefined;
    if (job === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return job;
  }
}
