import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { CallContext, Caller } from '#observability';
import type { EntityManager } from 'typeorm';

/** What a use case may do inside a transaction. Never kept beyond the work it was handed to. */
export interface Tx {
  /** TypeORM on this transaction: `insert()`, `find()`; never `save()` on hot paths. */
  readonly manager: EntityManager;
  readonly caller: Caller;
  /** Reviewed SQL with `$1` parameters, planned for the given values. The choice for range queries. */
  query<R = unknown>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * The same as a named statement, parsed and planned once a connection. For inserts, updates and look-ups by key; never for
   * ranges, whose generic plan is bad. The text must be a constant: every new text stays in memory.
   */
  prepared<R = unknown>(sql: string, params?: readonly unknown[]): Promise<R[]>;
}

/** What is noted about a read, a change or a refusal: names of fields, codes and counts, never personal values. */
export interface AuditNote {
  /** `<thing>.<verb>`, e.g. `person.reveal`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  /** Area code of the org unit concerned. */
  readonly org?: string;
  /** Default `done`. */
  readonly outcome?: 'done' | 'refused';
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A transaction whose work leaves an audit row behind, committed with it. */
export interface AuditedTx extends Tx {
  /** Committed with the work. A note with outcome `refused` is kept even when the work is rolled back. */
  audit(note: AuditNote): void;
}

/** A transaction that changes state. */
export interface WriteTx extends AuditedTx {
  /** Hands an event to the outbox; its `meta` is filled in here. Stored and committed with the work. */
  emit<D extends DescMessage>(
    event: D,
    message: MessageInitShape<D>,
    key: { readonly aggregateId: string; readonly aggregateVersion: number },
  ): void;

  /** A statement whose result nobody needs: sent in one packet with the final rows and COMMIT; what it refuses comes from there. */
  atCommit(sql: string, params?: readonly unknown[]): void;
}

/** The call a write belongs to; messaging's `RpcCall` is one. */
export interface WriteCall {
  readonly context: CallContext;
  /** Full proto method name, or a stable name for housekeeping. */
  readonly operation: string;
  /** Digest of the request body: tells a repeat from another request under the same key. */
  readonly requestDigest?: string;
}

/** How the first answer of a write is kept for repeats. */
export interface AnswerCodec<T> {
  encode(answer: T): string;
  decode(stored: string): T;
}
