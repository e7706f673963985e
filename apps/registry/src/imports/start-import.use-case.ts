import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { v7, validate as isUuid } from 'uuid';
import { permits, type Permission } from '#auth';
import {
  BeginUploadResponseSchema,
  DomainError,
  StartImportResponseSchema,
  type BeginUploadRequest,
  type BeginUploadResponse,
  type FieldProblem,
  type StartImportRequest,
  type StartImportResponse,
  type UploadChunkRequest,
  type UploadChunkResponseSchema,
} from '#contracts';
import { IMPORT_KINDS, type ImportKind } from '#domain';
import { messageCodec, UnitOfWork, type Tx, type WriteCall } from '#persistence';
import { REGISTRY_OPTIONS, type RegistryOptions } from '../registry-options.js';
import type { ImportMode } from './import-job.js';
import { ImportJobRepository } from './import-job.repository.js';
import { toImportJob } from './import-job.mapper.js';
import { ImportWorker } from './import-worker.js';
import { UploadRepository } from './upload.repository.js';

const LARGEST_PIECE = 640 * 1024;
const NAME_LENGTH = 200;

/** What a kind needs besides the right to import. */
const ALSO_NEEDED: Partial<Record<ImportKind, Permission>> = {
  orgs: 'registry.org.write',
  population: 'registry.population.write',
};

/** Takes a file in pieces and starts the job that works it off in the background. */
@Injectable()
export class StartImportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly jobs: ImportJobRepository,
    private readonly worker: ImportWorker,
    @Inject(REGISTRY_OPTIONS) private readonly options: RegistryOptions,
  ) {}

  begin(request: BeginUploadRequest, call: WriteCall): Promise<BeginUploadResponse> {
    const uploadId = v7();
    return this.unitOfWork.write(
      call,
      async (tx) => {
        await this.uploads.begin(tx, uploadId, cleanName(request.fileName), tx.caller.id);
        return create(BeginUploadResponseSchema, { uploadId });
      },
      messageCodec(BeginUploadResponseSchema),
    );
  }

  async addPiece(
    request: UploadChunkRequest,
    call: WriteCall,
  ): Promise<MessageInitShape<typeof UploadChunkResponseSchema>> {
    const data = Buffer.from(request.dataBase64, 'base64');
    if (data.byteLength > LARGEST_PIECE) throw new DomainError('COMMON.TOO_LARGE');
    const { context, operation } = call;
    await this.unitOfWork.write({ context, operation }, async (tx) => {
      await this.ownUpload(tx, request.uploadId);
      const { bytes } = await this.uploads.extent(tx, request.uploadId);
      if (bytes + data.byteLength > this.options.largestImport) {
        throw new DomainError('REGISTRY.IMPORT.FILE_TOO_LARGE');
      }
      await this.uploads.addPiece(tx, request.uploadId, request.index, data);
    });
    return {};
  }

  async start(request: StartImportRequest, call: WriteCall): Promise<StartImportResponse> {
    const { kind, mode } = checked(request);
    const needed = ALSO_NEEDED[kind];
    if (needed !== undefined && !permits(call.context.caller, needed)) {
      throw new DomainError('REGISTRY.IMPORT.KIND_FORBIDDEN');
    }
    const answer = await this.unitOfWork.write(
      await this.sameContentSameCall(request, call),
      async (tx) => {
        const fileName = await this.ownUpload(tx, request.uploadId);
        const extent = await this.uploads.extent(tx, request.uploadId);
        // Pieces that come together may each have found room.
        if (extent.bytes > this.options.largestImport) throw new DomainError('REGISTRY.IMPORT.FILE_TOO_LARGE');
        if (extent.bytes === 0) throw new DomainError('REGISTRY.IMPORT.FILE_EMPTY');
        if (extent.pieces !== extent.last + 1) throw new DomainError('REGISTRY.IMPORT.UPLOAD_INCOMPLETE');
        const { caller, locale, correlationId } = call.context;
        const job = await this.jobs.insert(tx, {
          ...{ id: v7(), uploadId: request.uploadId, fileName, kind, mode, locale, correlationId },
          ...{ startedBy: caller.id, callerRoles: caller.roles, callerScopes: caller.scopes },
        });
        tx.audit({ action: 'import.start', subjectKind: 'import', subjectId: job.id, details: { kind, mode } });
        return create(StartImportResponseSchema, { job: toImportJob(job, [], tx.caller.id) });
      },
      messageCodec(StartImportResponseSchema),
    );
    this.worker.kick();
    return answer;
  }

  // A repeat under an idempotency key comes with an upload of its own: what makes it the same request is the content.
  private async sameContentSameCall(request: StartImportRequest, call: WriteCall): Promise<WriteCall> {
    const { context, operation } = call;
    if (context.idempotencyKey === undefined || !isUuid(request.uploadId)) return call;
    const content = await this.unitOfWork.read(context.caller, (tx) =>
      this.uploads.contentDigest(tx, request.uploadId),
    );
    return { context, operation, requestDigest: `${request.kind} ${request.mode} ${content}` };
  }

  private async ownUpload(tx: Tx, uploadId: string): Promise<string> {
    const name = isUuid(uploadId) ? await this.uploads.findName(tx, uploadId, tx.caller.id) : undefined;
    if (name === undefined) throw new DomainError('REGISTRY.IMPORT.UPLOAD_UNKNOWN');
    return name;
  }
}

function checked(request: StartImportRequest): { kind: ImportKind; mode: ImportMode } {
  const errors: FieldProblem[] = [];
  const kind = IMPORT_KINDS.find((each) => each === request.kind);
  const mode = (['preview', 'commit'] as const).find((each) => each === request.mode);
  if (kind === undefined) errors.push({ field: 'kind', code: request.kind === '' ? 'FIELD.REQUIRED' : 'FIELD.CODE' });
  if (mode === undefined) errors.push({ field: 'mode', code: request.mode === '' ? 'FIELD.REQUIRED' : 'FIELD.CODE' });
  if (kind === undefined || mode === undefined) throw new DomainError('COMMON.VALIDATION_FAILED', { errors });
  return { kind, mode };
}

// Only ever shown; a path or control characters have no business in it.
function cleanName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? '';
  return last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, NAME_LENGTH);
}
