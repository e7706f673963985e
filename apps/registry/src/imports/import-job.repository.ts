import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#contracts';
import type { Tx } from '#persistence';
import type { ImportJobState, RowOutcome } from './import-job.js';

const COLUMNS = `
  id, upload_id as "uploadId", file_name as "fileName", kind, mode, status, started_by as "startedBy",
  caller_roles as "callerRoles", caller_scopes as "callerScopes", locale, correlation_id as "correlationId",
  total, accepted, rejected, skipped, next_row as "nextRow", header, attempts, started_at as "startedAt",
  finished_at as "finishedAt", failure_code as "failureCode", failure_detail as "failureDetail"`;

/** What a new job starts with. */
export type NewImportJob = Pick<
  ImportJobState,
  | 'id'
  | 'uploadId'
  | 'fileName'
  | 'kind'
  | 'mode'
  | 'startedBy'
  | 'callerRoles'
  | 'callerScopes'
  | 'locale'
  | 'correlationId'
>;

/** Who looks: at the own jobs, and where areas are given at those of everybody whose own areas lie inside them. */
export interface JobViewer {
  readonly userId: string;
  readonly areas: readonly string[] | null;
}

const VISIBLE = `(started_by = $1 or ($2::text[] is not null and not exists (
  select 1 from unnest(caller_scopes) as own where not exists (
    select 1 from unnest($2::text[]) as area where starts_with(own, area)))))`;

@Injectable()
export class ImportJobRepository {
  async insert(tx: Tx, job: NewImportJob): Promise<ImportJobState> {
    const rows = await tx.query<ImportJobState>(
      `insert into import_job (id, upload_id, file_name, kind, mode, status, started_by, caller_roles, caller_scopes,
                               locale, correlation_id)
       values ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10) returning ${COLUMNS}`,
      [
        ...[job.id, job.uploadId, job.fileName, job.kind, job.mode],
        ...[job.startedBy, job.callerRoles, job.callerScopes, job.locale, job.correlationId],
      ],
    );
    return rows[0] as ImportJobState;
  }

  async find(tx: Tx, id: string, viewer: JobViewer): Promise<ImportJobState | undefined> {
    const sql = `select ${COLUMNS} from import_job where id = $3::uuid and ${VISIBLE}`;
    const rows = await tx.query<ImportJobState>(sql, [viewer.userId, viewer.areas, id]);
    return rows[0];
  }

  /** Newest first. */
  list(tx: Tx, viewer: JobViewer, before: string | null, limit: number): Promise<ImportJobState[]> {
    return tx.query<ImportJobState>(
      `select ${COLUMNS} from import_job where ${VISIBLE} and ($3::uuid is null or id < $3::uuid)
        order by id desc limit $4`,
      [viewer.userId, viewer.areas, before, limit],
    );
  }

  /** Takes the oldest job nobody works on, or whose worker has fallen silent. */
  async claim(tx: Tx, worker: string, leaseSeconds: number): Promise<ImportJobState | undefined> {
    const rows = await tx.query<ImportJobState>(
      `update import_job set worker = $1::uuid, heartbeat_at = clock_timestamp(), attempts = attempts + 1
        where id = (select id from import_job
                     where status = 'running'
                       and (heartbeat_at is null or heartbeat_at < clock_timestamp() - make_interval(secs => $2))
                     order by started_at for update skip locked limit 1)
       returning ${COLUMNS}`,
      [worker, leaseSeconds],
    );
    return rows[0];
  }

  async beat(tx: Tx, id: string, worker: string): Promise<boolean> {
    const rows = await tx.query(
      `update import_job set heartbeat_at = clock_timestamp() where id = $1::uuid and worker = $2::uuid returning id`,
      [id, worker],
    );
    return rows.length === 1;
  }

  /** Gives a job back so that another worker may take it at once (or after `seconds`). */
  async release(tx: Tx, id: string, worker: string, leaseSeconds: number, seconds: number): Promise<void> {
    await tx.query(
      `update import_job set worker = null,
          heartbeat_at = clock_timestamp() - make_interval(secs => $3) + make_interval(secs => $4)
        where id = $1::uuid and worker = $2::uuid`,
      [id, worker, leaseSeconds, seconds],
    );
  }

  async rememberHeader(tx: Tx, id: string, worker: string, header: readonly string[]): Promise<boolean> {
    const rows = await tx.query(
      `update import_job set header = $3::jsonb where id = $1::uuid and worker = $2::uuid returning id`,
      [id, worker, JSON.stringify(header)],
    );
    return rows.length === 1;
  }

  /** Moves the job on; false when the job is no longer this worker's or stands elsewhere, so nothing may be committed. */
  async advance(
    tx: Tx,
    place: { id: string; worker: string; from: number; to: number },
    outcomes: readonly RowOutcome[],
  ): Promise<boolean> {
    const count = (kind: RowOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
    const rows = await tx.query(
      `update import_job set total = total + $5, accepted = accepted + $6, rejected = rejected + $7,
          skipped = skipped + $8, next_row = $4, heartbeat_at = clock_timestamp(), attempts = 0
        where id = $1::uuid and worker = $2::uuid and next_row = $3 and status = 'running' returning id`,
      [
        ...[place.id, place.worker, place.from, place.to],
        ...[outcomes.length, count('accepted'), count('rejected'), count('skipped')],
      ],
    );
    return rows.length === 1;
  }

  async finish(
    tx: Tx,
    id: string,
    worker: string,
    end: { status: 'done' | 'failed'; code?: ErrorCode; detail?: string | undefined },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update import_job set status = $3, failure_code = $4, failure_detail = $5, finished_at = now(), worker = null
        where id = $1::uuid and worker = $2::uuid and status = 'running' returning id`,
      [id, worker, end.status, end.code ?? null, end.detail ?? null],
    );
    return rows.length === 1;
  }
}
