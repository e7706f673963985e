import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { validate as isUuid } from 'uuid';
import { permits } from '#auth';
import {
  DomainError,
  type GetImportRequest,
  type GetImportResponseSchema,
  type ListImportsRequest,
  type ListImportsResponseSchema,
  type ReadErrorsFileRequest,
  type ReadErrorsFileResponseSchema,
} from '#contracts';
import type { Caller, CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { decodeCursor, encodeCursor, pageSize } from '../paging.js';
import type { ImportJobState } from './import-job.js';
import { toImportJob } from './import-job.mapper.js';
import { ImportJobRepository, type JobViewer } from './import-job.repository.js';
import { PIECE_BYTES, RejectionRepository } from './rejection.repository.js';

const FIRST_ROWS = 20;

/** A job is shown to whoever started it; who oversees imports sees its counts too, but nothing out of the file. */
@Injectable()
export class ReadImportsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: ImportJobRepository,
    private readonly rejections: RejectionRepository,
  ) {}

  get(request: GetImportRequest, context: CallContext): Promise<MessageInitShape<typeof GetImportResponseSchema>> {
    return this.unitOfWork.read(context.caller, async (tx) => {
      const job = await this.job(tx, request.id, viewerOf(tx.caller));
      return { job: toImportJob(job, await this.rejections.firstErrors(tx, job.id, FIRST_ROWS), tx.caller.id) };
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
    const jobs = await this.unitOfWork.read(caller, (tx) => this.jobs.list(tx, viewerOf(caller), before, limit + 1));
    const items = jobs.slice(0, limit).map((job) => toImportJob(job, [], caller.id));
    const last = jobs[limit - 1];
    return jobs.length > limit && last !== undefined ? { items, nextCursor: encodeCursor([last.id]) } : { items };
  }

  /** The workbook of refused rows from an offset on; empty data at its end. The first piece leaves a trace. */
  readErrors(
    request: ReadErrorsFileRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof ReadErrorsFileResponseSchema>> {
    return this.unitOfWork.readAudited(context, async (tx) => {
      const job = await this.job(tx, request.id, { userId: tx.caller.id, areas: null });
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

  private async job(tx: Tx, id: string, viewer: JobViewer): Promise<ImportJobState> {
    const job = isUuid(id) ? await this.jobs.find(tx, id, viewer) : undefined;
    if (job === undefined) throw new DomainError('COMMON.NOT_FOUND');
    return job;
  }
}

function viewerOf(caller: Caller): JobViewer {
  return { userId: caller.id, areas: permits(caller, 'registry.import.read_all') ? caller.scopes : null };
}
