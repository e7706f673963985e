import type { QueryConfig } from 'pg';
import { statementName } from './statement-name.js';

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

const INSERT_AUDIT = `insert into audit_pending
  (id, recorded_at, actor_id, action, subject_kind, subject_id, org, outcome, correlation_id, details)
  select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[])`;

const INSERT_OUTBOX = `insert into outbox (id, type, subject, aggregate_id, aggregate_version, payload, recorded_at)
  select * from unnest($11::uuid[], $12::text[], $13::text[], $14::text[], $15::bigint[], $16::text[], $17::timestamptz[])`;

const INSERT_ANSWER = `insert into idempotency (actor_id, key, operation, digest, answer, created_at)
  values ($18, $19, $20, $21, $22, $23)`;

/** One constant text for each set of tables, so that each is planned once a connection. */
const TEXTS = {
  audit: INSERT_AUDIT,
  auditAndOutbox: `with noted as (${INSERT_AUDIT}) ${INSERT_OUTBOX}`,
  all: `with noted as (${INSERT_AUDIT}), told as (${INSERT_OUTBOX}) ${INSERT_ANSWER}`,
};

/** The statement that stores everything a write leaves behind besides its own rows; undefined when there is nothing. */
export function finalStatement(
  outbox: readonly OutboxRow[],
  audits: readonly AuditRow[],
  kept: KeptAnswer | undefined,
): QueryConfig | undefined {
  if (kept) return named(TEXTS.all, [...auditValues(audits), ...outboxValues(outbox), ...answerValues(kept)]);
  if (outbox.length > 0) return named(TEXTS.auditAndOutbox, [...auditValues(audits), ...outboxValues(outbox)]);
  if (audits.length > 0) return named(TEXTS.audit, auditValues(audits));
  return undefined;
}

function named(text: string, values: unknown[]): QueryConfig {
  return { name: statementName(text), text, values };
}

function auditValues(rows: readonly AuditRow[]): unknown[] {
  return [
    rows.map((row) => row.id),
    rows.map((row) => row.recordedAt),
    rows.map((row) => row.actorId),
    rows.map((row) => row.action),
    rows.map((row) => row.subjectKind),
    rows.map((row) => row.subjectId),
    rows.map((row) => row.org),
    rows.map((row) => row.outcome),
    rows.map((row) => row.correlationId),
    rows.map((row) => row.details),
  ];
}

function outboxValues(rows: readonly OutboxRow[]): unknown[] {
  return [
    rows.map((row) => row.id),
    rows.map((row) => row.type),
    rows.map((row) => row.subject),
    rows.map((row) => row.aggregateId),
    rows.map((row) => row.aggregateVersion),
    rows.map((row) => row.payload),
    rows.map((row) => row.recordedAt),
  ];
}

function answerValues(kept: KeptAnswer): unknown[] {
  return [kept.actorId, kept.key, kept.operation, kept.digest, kept.answer, kept.createdAt];
}
