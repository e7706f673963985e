import type { QueryConfig } from 'pg';
import { namedStatement } from './named-statement.js';

export interface OutboxRow {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly payload: string;
  readonly recordedAt: Date;
}

export interface AuditRow {
  readonly id: string;
  readonly recordedAt: Date;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly org: string | null;
  readonly outcome: string;
  readonly correlationId: string;
  readonly details: string;
}

/** The first answer to a write under a key. */
export interface KeptAnswer {
  readonly actorId: string;
  readonly key: string;
  readonly operation: string;
  readonly digest: string;
  readonly answer: Buffer;
  readonly createdAt: Date;
}

const AUDIT_TABLE =
  'audit_pending (id, recorded_at, actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details)';
const AUDIT_TYPES = ['uuid', 'timestamptz', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'text'];
const OUTBOX_TABLE = 'outbox (id, type, subject, aggregate_id, aggregate_version, payload, recorded_at)';
const OUTBOX_TYPES = ['uuid', 'text', 'text', 'text', 'bigint', 'text', 'timestamptz'];
const ANSWER_TABLE = 'idempotency (actor_id, key, operation, digest, answer, created_at)';
const ANSWER_TYPES = ['text', 'text', 'text', 'text', 'bytea', 'timestamptz'];

/** Up to so many rows a table are listed by VALUES: cheaper for both sides than arrays, and still few texts to plan. */
export const FEW = 8;

/**
 * The statement that stores everything writes leave behind besides their own rows; undefined when there is nothing. Its text
 * depends on the numbers of rows only, so that each is planned once a connection.
 */
export function finalStatement(
  outbox: readonly OutboxRow[],
  audits: readonly AuditRow[],
  kept: readonly KeptAnswer[],
): QueryConfig | undefined {
  const inserts: string[] = [];
  const values: unknown[] = [];
  if (audits.length > 0) inserts.push(insertion(AUDIT_TABLE, AUDIT_TYPES, audits.map(auditValues), values));
  if (outbox.length > 0) inserts.push(insertion(OUTBOX_TABLE, OUTBOX_TYPES, outbox.map(outboxValues), values));
  if (kept.length > 0) inserts.push(insertion(ANSWER_TABLE, ANSWER_TYPES, kept.map(answerValues), values));
  const last = inserts.pop();
  if (last === undefined) return undefined;
  const before = inserts.map((insert, i) => `part${i.toString()} as (${insert})`).join(', ');
  const text = before === '' ? last : `with ${before} ${last}`;
  return namedStatement(text, values);
}

/** Rows of one table, in order; their values are added to `values`. */
function insertion(table: string, types: readonly string[], rows: readonly unknown[][], values: unknown[]): string {
  const from = values.length;
  if (rows.length <= FEW) {
    values.push(...rows.flat());
    const lists = rows.map((_, i) => `(${placeholders(from + i * types.length, types.length)})`);
    return `insert into ${table} values ${lists.join(', ')}`;
  }
  values.push(...types.map((_, column) => rows.map((row) => row[column])));
  const arrays = types.map((type, i) => `$${(from + i + 1).toString()}::${type}[]`);
  return `insert into ${table} select * from unnest(${arrays.join(', ')})`;
}

function placeholders(from: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `$${(from + i + 1).toString()}`).join(', ');
}

function auditValues(row: AuditRow): unknown[] {
  return [
    row.id,
    row.recordedAt,
    row.actorId,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.org,
    row.outcome,
    row.correlationId,
    row.details,
  ];
}

function answerValues(row: KeptAnswer): unknown[] {
  return [row.actorId, row.key, row.operation, row.digest, row.answer, row.createdAt];
}

function outboxValues(row: OutboxRow): unknown[] {
  return [row.id, row.type, row.subject, row.aggregateId, row.aggregateVersion, row.payload, row.recordedAt];
}
