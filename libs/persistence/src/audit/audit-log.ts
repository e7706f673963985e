import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { CallContext } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { AuditSignal } from '../platform/commit-signal.js';
import { finalStatement } from '../transaction/final-rows.js';
import { Lease } from '../transaction/lease.js';
import { auditRow } from '../transaction/open-transaction.js';
import type { AuditNote } from '../transaction/transaction.js';
import { searchSql, type AuditFilter } from './audit-search.sql.js';

/** One row of the trail as operators see it. */
export interface AuditRecord {
  readonly id: string;
  /** Position in the chain; 0 while not yet sealed. */
  readonly chainSeq: number;
  /** RFC 3339 in UTC. */
  readonly recordedAt: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | undefined;
  readonly org: string | undefined;
  readonly outcome: string;
  readonly correlationId: string;
  readonly detailsJson: string;
}

export interface AuditPage {
  readonly items: readonly AuditRecord[];
  readonly nextCursor: string | undefined;
}

interface FoundRow {
  readonly id: string;
  readonly chain_seq: number;
  readonly recorded_at: Date;
  readonly actor_id: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly org: string | null;
  readonly outcome: string;
  readonly correlation_id: string;
  readonly details: string;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Audit rows outside a write. Both record methods commit before they return and refuse when they cannot. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: AuditSignal,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /**
   * Must be awaited before any of the data leave the service, and outside an open transaction. Where the data come from this
   * service's own tables, `UnitOfWork.readAudited` does both in one transaction.
   */
  recordRead(context: CallContext, note: AuditNote): Promise<void> {
    return this.record(context, { ...note, outcome: note.outcome ?? 'done' });
  }

  recordRefusal(context: CallContext, note: AuditNote): Promise<void> {
    return this.record(context, { ...note, outcome: 'refused' });
  }

  /** Newest first, by keyset; rows not yet sealed included. */
  async search(filter: AuditFilter): Promise<AuditPage> {
    const limit = Math.min(Math.max(filter.limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
    const { text, values } = searchSql({ ...filter, before: decodeCursor(filter.cursor), limit: limit + 1 });
    const rows = (await this.send(text, values)) as FoundRow[];
    const items = rows.slice(0, limit).map(toRecord);
    return { items, nextCursor: rows.length > limit ? encodeCursor(items.at(-1)) : undefined };
  }

  private async record(context: CallContext, note: AuditNote): Promise<void> {
    const statement = finalStatement([], [auditRow(context, note, this.settings.clock.now())], []);
    const lease = await Lease.take(this.dataSource);
    try {
      if (statement) await lease.send(statement);
    } finally {
      await lease.giveBack();
    }
    this.signal.notify();
  }

  private async send(text: string, values: unknown[]): Promise<unknown[]> {
    const lease = await Lease.take(this.dataSource);
    try {
      return (await lease.send({ text, values })).rows as unknown[];
    } finally {
      await lease.giveBack();
    }
  }
}

function encodeCursor(last: AuditRecord | undefined): string | undefined {
  return last && Buffer.from(last.id).toString('base64url');
}

function decodeCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const id = Buffer.from(cursor, 'base64url').toString();
  if (UUID.test(id)) return id;
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
}

function toRecord(row: FoundRow): AuditRecord {
  return {
    id: row.id,
    chainSeq: row.chain_seq,
    recordedAt: row.recorded_at.toISOString(),
    actorId: row.actor_id,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id ?? undefined,
    org: row.org ?? undefined,
    outcome: row.outcome,
    correlationId: row.correlation_id,
    detailsJson: row.details,
  };
}
