import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@bufbuild/protobuf';
import { DomainError, ImportService, type FieldProblem } from '#contracts';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import type { GatewayRequest } from '../http/gateway-request.js';
import { RestCall } from '../http/rest-call.js';

/** A piece on the bus; a message holds at most 1 MiB, and bytes grow by a third in JSON. */
const PIECE_BYTES = 512 * 1024;
const FIELDS = ['kind', 'mode'];

/** Hands an uploaded file on to the registry piece by piece, so that a large one is never whole in memory here. */
@Injectable()
export class ImportUpload {
  constructor(
    private readonly rpc: RpcClient,
    private readonly rest: RestCall,
  ) {}

  async receive(request: GatewayRequest, context: CallContext): Promise<JsonObject> {
    if (!request.isMultipart()) throw new DomainError('COMMON.UNSUPPORTED_MEDIA_TYPE');
    // The key belongs to the job that is started at the end; the pieces are idempotent by themselves.
    const { idempotencyKey: _, ...uploading } = context;
    const fields = new Map<string, string>();
    const problems: FieldProblem[] = [];
    let uploadId: string | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'file' && part.fieldname === 'file') uploadId = await this.store(part, uploading);
      else if (part.type === 'field' && FIELDS.includes(part.fieldname)) fields.set(part.fieldname, String(part.value));
      else {
        if (part.type === 'file') part.file.resume();
        problems.push({ field: part.fieldname.slice(0, 40), code: 'FIELD.UNKNOWN' });
      }
    }
    if (uploadId === undefined) problems.push({ field: 'file', code: 'FIELD.REQUIRED' });
    if (uploadId === undefined || problems.length > 0) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: problems });
    }
    const start = { uploadId, kind: fields.get('kind') ?? '', mode: fields.get('mode') ?? '' };
    return this.rest.member('job', ImportService.method.startImport, start, context);
  }

  private async store(part: MultipartFile, context: CallContext): Promise<string> {
    const fileName = readableName(part.filename);
    const { uploadId } = await this.rpc.call(ImportService.method.beginUpload, { fileName }, context);
    let index = 0;
    let before: Promise<unknown> = Promise.resolve();
    for await (const piece of pieces(part.file)) {
      const dataBase64 = piece.toString('base64');
      const sent = this.rpc.call(ImportService.method.uploadChunk, { uploadId, index, dataBase64 }, context);
      // A refusal is met at the next piece; until then it must not count as unhandled.
      sent.catch(() => undefined);
      // Two are on their way: one is read and sent while the registry stores the other.
      await before;
      before = sent;
      index += 1;
    }
    await before;
    if (part.file.truncated) throw new DomainError('REGISTRY.IMPORT.FILE_TOO_LARGE');
    return uploadId;
  }
}

/** Cuts a stream into pieces of one size, so that the same file always gives the same pieces. */
async function* pieces(stream: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    while (size >= PIECE_BYTES) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PIECE_BYTES);
      held = [all.subarray(PIECE_BYTES)];
      size -= PIECE_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

// Browsers send the name in UTF-8; the parser reads it as Latin-1.
function readableName(name: string | undefined): string {
  const bytes = Buffer.from(name ?? '', 'latin1');
  const decoded = bytes.toString('utf8');
  return decoded.includes('\uFFFD') || bytes.toString('latin1') !== name ? (name ?? '') : decoded;
}
