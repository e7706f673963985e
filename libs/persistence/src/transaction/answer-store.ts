import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { anonymousCaller, type Caller } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { FieldCipher, type FieldPlace } from '../crypto/field-cipher.js';
import { beginSql } from '../platform/area-scope.js';
import type { KeptAnswer } from './final-rows.js';
import type { Lease } from './lease.js';
import { namedStatement } from './named-statement.js';
import type { WriteCall } from './transaction.js';

const FIND = 'select operation, digest, answer from idempotency where actor_id = $1 and key = $2';

interface FoundAnswer {
  readonly operation: string;
  readonly digest: string;
  readonly answer: Buffer;
}

/** First answers to writes, by caller and idempotency key (api.md: the same key and body returns the first answer). */
@Injectable()
export class AnswerStore {
  constructor(
    private readonly cipher: FieldCipher,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /**
   * Opens the writing transaction of one call, or of several under the same scope. Under a key it waits for whoever writes under
   * the same key, so that a repeat that overlaps the first finds either its answer or nothing.
   */
  open(lease: Lease, caller: Caller, calls: readonly WriteCall[]): Promise<unknown> {
    const locks = calls.flatMap((call) => this.lockOf(call) ?? []);
    // In one order everywhere, or two transactions could wait for each other.
    return lease.send(beginSql(caller, 'read write', locks.sort(ascending)));
  }

  /** The first answer, sealed away under the call's key, if there is one; refuses a key that stood for another request. */
  async find(lease: Lease, call: WriteCall): Promise<string | undefined> {
    const key = keyOf(call);
    if (key === undefined) return undefined;
    const values = [call.context.caller.id, key];
    const { rows } = await lease.send(namedStatement(FIND, values));
    const row = rows[0] as FoundAnswer | undefined;
    return row && this.firstAnswer(row, call, key);
  }

  /** The row to store with the write; undefined when the call has no key. */
  row(call: WriteCall, encode: () => string): KeptAnswer | undefined {
    const key = keyOf(call);
    if (key === undefined) return undefined;
    const actorId = call.context.caller.id;
    return {
      actorId,
      key,
      operation: call.operation,
      digest: call.requestDigest ?? '',
      // An answer may hold personal data: at rest it is sealed like any such column.
      answer: this.cipher.seal(encode(), place(actorId, key)),
      createdAt: this.settings.clock.now(),
    };
  }

  private lockOf(call: WriteCall): bigint | undefined {
    const key = keyOf(call);
    if (key === undefined) return undefined;
    const name = JSON.stringify([this.settings.service, call.context.caller.id, key]);
    return createHash('sha256').update(name).digest().readBigInt64BE();
  }

  private firstAnswer(row: FoundAnswer, call: WriteCall, key: string): string {
    if (row.operation !== call.operation || row.digest !== (call.requestDigest ?? '')) {
      throw new DomainError('COMMON.IDEMPOTENCY_KEY_REUSED');
    }
    return this.cipher.open(row.answer, place(call.context.caller.id, key));
  }
}

/** Anonymous callers share one id: a kept answer (a token pair) could reach somebody else, so none is kept. */
export function keyOf(call: WriteCall): string | undefined {
  const { caller, idempotencyKey } = call.context;
  return caller.id === anonymousCaller.id || idempotencyKey === '' ? undefined : idempotencyKey;
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function place(actorId: string, key: string): FieldPlace {
  return { table: 'idempotency', column: 'answer', rowId: JSON.stringify([actorId, key]) };
}
