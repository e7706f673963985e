import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { anonymousCaller } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { QueryConfig } from 'pg';
import { FieldCipher, type FieldPlace } from '../crypto/field-cipher.js';
import { beginSql, scopeSetting } from '../platform/area-scope.js';
import type { KeptAnswer } from './final-rows.js';
import type { Lease } from './lease.js';
import { statementName } from './statement-name.js';
import type { WriteCall } from './transaction.js';

const SCOPE_AND_LOCK = `select set_config('app.scope', $1, true), pg_advisory_xact_lock(hashtextextended($2, 0))`;
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
   * Opens the writing transaction. Under a key it first waits for whoever writes under the same key, and then looks for their
   * answer, all in one round trip: the lock is taken before the look-up's snapshot.
   */
  async open(lease: Lease, call: WriteCall): Promise<string | undefined> {
    const { caller } = call.context;
    const key = keyOf(call);
    if (key === undefined) {
      await lease.send(beginSql(caller, 'read write'));
      return undefined;
    }
    const scope = scopeSetting(caller);
    const lock = JSON.stringify([this.settings.service, caller.id, key]);
    const [begun, locked, found] = await Promise.allSettled(
      lease.together(
        () =>
          [
            lease.send('begin read write'),
            lease.send(constant(SCOPE_AND_LOCK, [scope, lock])),
            lease.send(constant(FIND, [caller.id, key])),
          ] as const,
      ),
    );
    if (begun.status === 'rejected') throw begun.reason;
    if (locked.status === 'rejected') throw locked.reason;
    if (found.status === 'rejected') throw found.reason;
    const row = found.value.rows[0] as FoundAnswer | undefined;
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

  private firstAnswer(row: FoundAnswer, call: WriteCall, key: string): string {
    if (row.operation !== call.operation || row.digest !== (call.requestDigest ?? '')) {
      throw new DomainError('COMMON.IDEMPOTENCY_KEY_REUSED');
    }
    return this.cipher.open(row.answer, place(call.context.caller.id, key));
  }
}

function constant(text: string, values: unknown[]): QueryConfig {
  return { name: statementName(text), text, values };
}

/** Anonymous callers share one id: a kept answer (a token pair) could reach somebody else, so none is kept. */
function keyOf(call: WriteCall): string | undefined {
  const { caller, idempotencyKey } = call.context;
  return caller.id === anonymousCaller.id || idempotencyKey === '' ? undefined : idempotencyKey;
}

function place(actorId: string, key: string): FieldPlace {
  return { table: 'idempotency', column: 'answer', rowId: JSON.stringify([actorId, key]) };
}
