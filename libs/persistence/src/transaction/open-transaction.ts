import { create, toJsonString, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { EventMetaSchema, eventSubject } from '#contracts';
import type { CallContext, Caller } from '#observability';
import type { QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AuditRow, OutboxRow } from './final-rows.js';
import type { Lease } from './lease.js';
import type { AuditNote, Tx, WriteTx } from './transaction.js';
import { namedStatement } from './named-statement.js';

/** A transaction for reading. */
export class ReadTransaction implements Tx {
  private open = true;

  constructor(
    protected readonly lease: Lease,
    readonly caller: Caller,
  ) {}

  get manager(): EntityManager {
    this.assertOpen();
    return this.lease.manager;
  }

  async query<R = unknown>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    this.assertOpen();
    const result = await this.lease.send({ text: sql, values: params as unknown[] });
    return result.rows as R[];
  }

  async prepared<R = unknown>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    this.assertOpen();
    const result = await this.lease.send(namedStatement(sql, params));
    return result.rows as R[];
  }

  /** After this the connection belongs to somebody else's transaction. */
  close(): void {
    this.open = false;
  }

  private assertOpen(): void {
    if (!this.open) throw new Error('the transaction is over; await everything inside its work');
  }
}

/** A transaction for writing; gathers the rows that are stored just before COMMIT. */
export class WriteTransaction extends ReadTransaction implements WriteTx {
  readonly outbox: OutboxRow[] = [];
  readonly audits: AuditRow[] = [];
  readonly last: QueryConfig[] = [];

  constructor(
    lease: Lease,
    private readonly context: CallContext,
    private readonly node: string,
    private readonly recordedAt: Date,
  ) {
    super(lease, context.caller);
  }

  emit<D extends DescMessage>(
    event: D,
    message: MessageInitShape<D>,
    key: { readonly aggregateId: string; readonly aggregateVersion: number },
  ): void {
    const eventId = uuidv7();
    const meta = create(EventMetaSchema, {
      eventId,
      recordedAt: this.recordedAt.toISOString(),
      actorId: this.context.caller.id,
      correlationId: this.context.correlationId,
      causationId: this.context.causationId ?? '',
    });
    this.outbox.push({
      id: eventId,
      type: event.typeName,
      subject: eventSubject(this.node, event),
      aggregateId: key.aggregateId,
      aggregateVersion: key.aggregateVersion,
      payload: toJsonString(event, withMeta(event, message, meta)),
      recordedAt: this.recordedAt,
    });
  }

  atCommit(sql: string, params: readonly unknown[] = []): void {
    this.last.push(namedStatement(sql, params));
  }

  audit(note: AuditNote): void {
    this.audits.push(auditRow(this.context, note, this.recordedAt));
  }
}

/** The row of a note: who, when and under which correlation come from the call. */
export function auditRow(context: CallContext, note: AuditNote, recordedAt: Date): AuditRow {
  return {
    id: uuidv7(),
    recordedAt,
    actorId: context.caller.id,
    action: note.action,
    subjectKind: note.subjectKind,
    subjectId: note.subjectId ?? null,
    org: note.org ?? null,
    outcome: note.outcome ?? 'done',
    correlationId: context.correlationId,
    details: JSON.stringify(note.details ?? {}),
  };
}

function withMeta<D extends DescMessage>(
  event: D,
  message: MessageInitShape<D>,
  meta: object,
): ReturnType<typeof create<D>> {
  const full = create(event, message);
  const field = event.fields.find((each) => each.localName === 'meta');
  if (field?.message?.typeName !== EventMetaSchema.typeName) throw new Error(`${event.typeName} has no field meta`);
  return Object.assign(full, { meta });
}
