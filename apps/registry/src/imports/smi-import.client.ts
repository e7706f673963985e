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
  /** The case it stands for, once that was asked. */
  readonly caseId?: string | undefined;
}

const TIMEOUT_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;

/** Sends rows to the smi service and waits out its absence: a job must not fail because another service restarts. */
@Injectable()
export class SmiImportClient {
  constructor(private readonly rpc: RpcClient) {}

  send(run: ImportRun, rows: readonly SmiRow[], idempotencyKey: string): Promise<readonly ImportOutcome[]> {
    return this.patiently(run, () => this.call(run, rows, { ...run.context(), idempotencyKey }));
  }

  /** The rows with the case each stands for, where there is one in the caller's area: the number decides, else the person. */
  async withCases(run: ImportRun, rows: readonly SmiRow[]): Promise<SmiRow[]> {
    const request = {
      caseNos: [...new Set(rows.flatMap(({ caseNo }) => caseNo ?? []))],
      personIds: [...new Set(rows.flatMap(({ caseNo, personId }) => (caseNo === undefined ? (personId ?? []) : [])))],
    };
    const { items } = await this.patiently(run, () =>
      this.rpc.call(CaseService.method.resolveCases, request, run.context(), { timeoutMs: TIMEOUT_MS }),
    );
    const byNumber = new Map(items.map((item) => [item.caseNo, item.caseId]));
    // Of a person's cases the one that is open; the smi service chooses alike.
    const open = [...items].sort((a, b) => Number(a.registered) - Number(b.registered));
    const byPerson = new Map(open.map((item) => [item.personId, item.caseId]));
    return rows.map((row) => ({
      ...row,
      caseId: row.caseNo === undefined ? byPerson.get(row.personId ?? '') : byNumber.get(row.caseNo),
    }));
  }

  private async patiently<T>(run: ImportRun, ask: () => Promise<T>): Promise<T> {
    for (let pause = 200; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await ask();
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
