import { setTimeout as sleep } from 'node:timers/promises';
import type { INestMicroservice } from '@nestjs/common';
import { ImportService, type ImportJob } from '#contracts';
import type { ImportKind } from '#domain';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import { readTable, type TableRow } from '#spreadsheet';
import { madeUpPerson, type MadeUpPerson } from '#testing';

const PIECE = 300_000;

/** Sends a file as the gateway does and answers the job that was started. */
export async function startImport(
  app: INestMicroservice,
  context: CallContext,
  file: { kind: ImportKind; mode?: 'preview' | 'commit'; data: Buffer | string; name?: string },
): Promise<ImportJob> {
  const rpc = app.get(RpcClient);
  const { idempotencyKey: _, ...uploading } = context;
  const bytes = Buffer.from(file.data as string);
  const begin = { fileName: file.name ?? 'file.csv' };
  const { uploadId } = await rpc.call(ImportService.method.beginUpload, begin, uploading);
  for (let index = 0; index * PIECE < bytes.length; index += 1) {
    const dataBase64 = bytes.subarray(index * PIECE, (index + 1) * PIECE).toString('base64');
    await rpc.call(ImportService.method.uploadChunk, { uploadId, index, dataBase64 }, uploading);
  }
  const start = { uploadId, kind: file.kind, mode: file.mode ?? 'commit' };
  return (await rpc.call(ImportService.method.startImport, start, context)).job as ImportJob;
}

/** Waits for the end of a job. */
export async function finished(app: INestMicroservice, context: CallContext, id: string): Promise<ImportJob> {
  for (let waited = 0; waited < 55_000; waited += 50) {
    const { job } = await app.get(RpcClient).call(ImportService.method.getImport, { id }, context);
    if (job !== undefined && job.status !== 'running') return job;
    await sleep(50);
  }
  throw new Error('the import did not end');
}

export async function importFile(
  app: INestMicroservice,
  context: CallContext,
  file: Parameters<typeof startImport>[2],
): Promise<ImportJob> {
  return finished(app, context, (await startImport(app, context, file)).id);
}

/** The workbook of refused rows, read back. */
export async function readErrors(app: INestMicroservice, context: CallContext, id: string): Promise<TableRow[]> {
  const rpc = app.get(RpcClient);
  const parts: Uint8Array[] = [];
  for (let offset = 0; ;) {
    const { data } = await rpc.call(ImportService.method.readErrorsFile, { id, offset }, context);
    if (data.byteLength === 0) break;
    parts.push(data);
    offset += data.byteLength;
  }
  const rows: TableRow[] = [];
  for await (const row of readTable(Buffer.concat(parts))) rows.push(row);
  return rows;
}

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map((cell) => quote(String(cell))).join(',')).join('\n');
}

export const PERSON_FIELDS = ['name', 'sex', 'birthDate', 'idType', 'idNumber', 'phone', 'residenceOrg'] as const;

/** A file of different made-up people. */
export function personsCsv(from: number, count: number, changes: Partial<MadeUpPerson> = {}): string {
  const people = Array.from({ length: count }, (_, i) => madeUpPerson(from + i, changes));
  return csv([PERSON_FIELDS, ...people.map((person) => PERSON_FIELDS.map((field) => person[field]))]);
}
