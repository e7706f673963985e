import { Injectable } from '@nestjs/common';
import type { CallContext, Caller } from '#observability';
import type { AnswerCodec, AuditedTx, Tx, WriteCall, WriteTx } from './transaction/transaction.js';

/** The only way to the database. Every statement runs in a transaction under the caller's area scope. */
@Injectable()
export class UnitOfWork {
  /** Reads under the caller's scope in a READ ONLY transaction. */
  read<T>(_caller: Caller, _work: (tx: Tx) => Promise<T>): Promise<T> {
    return Promise.reject(new Error('not yet'));
  }

  /** A read of people: its audit rows are committed before the answer leaves. Refused when they cannot be written. */
  readAudited<T>(_context: CallContext, _work: (tx: AuditedTx) => Promise<T>): Promise<T> {
    return Promise.reject(new Error('not yet'));
  }

  /** Work, then outbox, audit and idempotency rows in one statement, then COMMIT; repeats of a key get the first answer. */
  write<T>(_call: WriteCall, _work: (tx: WriteTx) => Promise<T>, _codec?: AnswerCodec<T>): Promise<T> {
    return Promise.reject(new Error('not yet'));
  }
}
