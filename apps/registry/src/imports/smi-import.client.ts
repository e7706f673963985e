import { setTimeout as sleep } from 'node:timers/promises';
import { fromJson, type DescMessage, type JsonValue, type MessageShape } from '@bufbuild/protobuf';
import { Injectable } from '@nestjs/common';
import {
  CaseInputSchema,
  CaseService,
  DomainError,
  FollowUpInputSchema,
  FollowUpService,
  type ImportOutcome,
} from '#contracts';
import type { RowObject } from '#domain';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import type { FileRow } from './import-job.js';
import type { ImportRun } from './importer.js';

/** A row that knows whom it is about. */
export interface SmiRow {
  readonly file: FileRow;
  readonly value: RowObject;
  readonly caseNo: string | undefined;
  readonly personId: string | undefined;
}

const TIMEOUT_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;

/** Sends rows to the smi service and waits out its absence: a job must not fail because another service restarts. */
@Injectable()
export class SmiImportClient {
  constructor(private readonly rpc: RpcClient) {}

  async send(run: ImportRun, rows: readonly SmiRow[], idempotencyKey: string): Promise<readonly ImportOutcome[]> {
    for (let pause = 200; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await this.call(run, rows, { ...run.context(), idempotencyKey });
      } catch (error) {
        run.signal.throwIfAborted();
        if (!(error instanceof DomainError) || error.category !== 'unavailable') throw error;
        await sleep(pause, undefined, { signal: run.signal });
      }
    }
  }

  private async call(run: ImportRun, rows: readonly SmiRow[], context: CallContext): Promise<readonly ImportOutcome[]> {
    const head = { jobId: run.job.id, mode: run.job.mode };
    const options = { timeoutMs: TIMEOUT_MS };
    if (run.job.kind === 'smi-cases') {
      const request = { ...head, rows: rows.map(caseRow) };
      return (await this.rpc.call(CaseService.method.importCases, request, context, options)).outcomes;
    }
    const request = { ...head, rows: rows.map(followUpRow) };
    return (await this.rpc.call(FollowUpService.method.importFollowUps, request, context, options)).outcomes;
  }
}

function caseRow({ file, value, personId = '' }: SmiRow) {
  return { row: file.row, personId, input: decode(CaseInputSchema, { ...value, personId }, ['idNumber']) };
}

function followUpRow({ file, value, caseNo, personId }: SmiRow) {
  return {
    row: file.row,
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(personId === undefined ? {} : { personId }),
    input: decode(FollowUpInputSchema, value, ['idNumber', 'caseNo']),
  };
}

/** The columns are the JSON names of the message, so its JSON form reads them. */
function decode<D extends DescMessage>(schema: D, value: RowObject, without: readonly string[]): MessageShape<D> {
  const json = Object.fromEntries(Object.entries(value).filter(([field]) => !without.includes(field)));
  return fromJson(schema, json as JsonValue);
}
