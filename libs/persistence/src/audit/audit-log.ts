import { Injectable } from '@nestjs/common';
import type { CallContext } from '#observability';
import type { AuditNote } from '../transaction/transaction.js';

/** One row of the trail as operators see it. */
export interface AuditRecord {
  readonly id: string;
  /** Position in the chain; 0 while not yet sealed. */
  readonly chainSeq: number;
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

export interface AuditFilter {
  readonly actorId?: string;
  readonly subjectId?: string;
  readonly action?: string;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  /** RFC 3339, exclusive. */
  readonly to?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface AuditPage {
  readonly items: readonly AuditRecord[];
  readonly nextCursor: string | undefined;
}

/** Audit rows outside a write. Both record methods commit before they return and refuse when they cannot. */
@Injectable()
export class AuditLog {
  /** Must be awaited before any of the data leave the service, and outside an open transaction. */
  recordRead(_context: CallContext, _note: AuditNote): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }

  recordRefusal(_context: CallContext, _note: AuditNote): Promise<void> {
    return Promise.reject(new Error('not yet'));
  }

  /** Newest first, by keyset. */
  search(_filter: AuditFilter): Promise<AuditPage> {
    return Promise.reject(new Error('not yet'));
  }
}
