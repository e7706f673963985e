import { Injectable } from '@nestjs/common';
import { isInScope } from '#auth';
import { DomainError } from '#contracts';
import type { CallContext } from '#observability';
import { UnitOfWork, type AuditNote, type Tx, type WriteCall, type WriteTx } from '#persistence';
import { EventConsumers } from '../events/event-consumers.js';
import { EventReader, type Reading } from '../events/event-reader.js';
import type { EventProjector } from '../events/event-projector.js';
import { isTransient } from '../events/failure-kind.js';
import { isUuid } from '../events/event-headers.js';
import { projectorContext } from '../events/pg-inbox.store.js';
import type { ReceivedEvent } from '../events/received-event.js';

/** One event that could not be applied, without its content. */
export interface DeadLetterRecord {
  readonly id: string;
  readonly consumer: string;
  readonly event_type: string | null;
  readonly event_id: string | null;
  readonly origin: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly error_code: string;
  readonly attempts: number;
  readonly recorded_at: Date;
  readonly replayed_at: Date | null;
}

interface StoredLetter {
  readonly consumer: string;
  readonly subject: string;
  readonly headers: Record<string, string>;
  readonly payload: string;
  readonly replayed_at: Date | null;
}

const LIST = `select id, consumer, event_type, event_id, origin, epoch, seq, error_code, attempts, recorded_at, replayed_at
  from dead_letter where $1::uuid is null or id < $1 order by id desc limit $2`;

const LETTER = 'select consumer, subject, headers, payload, replayed_at from dead_letter where id = $1';

/** A letter and what can be made of it by this release. */
interface Opened {
  readonly letter: StoredLetter;
  readonly projector: EventProjector | undefined;
  readonly event: ReceivedEvent | undefined;
}

/** Events that could not be applied: seen here, and tried again after the cause is mended. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consumers: EventConsumers,
  ) {}

  /** Newest first. */
  list(context: CallContext, cursor: string | undefined, limit: number): Promise<DeadLetterRecord[]> {
    if (cursor !== undefined && !isUuid(cursor)) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
    }
    return this.unitOfWork.read(context.caller, (tx) => tx.query(LIST, [cursor ?? null, limit]));
  }

  /**
   * Gives the event to its projector once more; true when it is applied now. Its number was counted when it was buried. Who asks
   * must be responsible for every area the event is about; it is applied as any event is, by the projector for all areas.
   */
  async replay(call: WriteCall, id: string): Promise<boolean> {
    if (!isUuid(id)) throw new DomainError('COMMON.NOT_FOUND');
    const { idempotencyKey: _, ...context } = call.context;
    const { operation } = call;
    const consumer = await this.unitOfWork.write({ context, operation }, (tx) => this.permit(tx, id));
    const write = { context: { ...projectorContext(consumer), correlationId: context.correlationId }, operation };
    try {
      return await this.unitOfWork.write(write, (tx) => this.attempt(tx, id));
    } catch (error) {
      if (error instanceof DomainError || isTransient(error)) throw error;
      return this.unitOfWork.write(write, (tx) => failed(tx, id));
    }
  }

  /** Under the operator's own rights, and noted whatever becomes of it. Answers whose letter it is. */
  private async permit(tx: WriteTx, id: string): Promise<string> {
    const { letter, projector, event } = await this.open(tx, id, LETTER);
    const named = event === undefined ? [] : (projector?.areasOf(event) ?? []);
    // Nobody can say where an event belongs that cannot be read: that is for those responsible for everything.
    const areas = named.length === 0 ? [''] : named;
    const permitted = areas.every((area) => isInScope(tx.caller, area));
    tx.audit({ ...replayOf(id), outcome: permitted ? 'done' : 'refused' });
    if (!permitted) throw new DomainError('COMMON.NOT_FOUND');
    return letter.consumer;
  }

  private async attempt(tx: WriteTx, id: string): Promise<boolean> {
    const { letter, projector, event } = await this.open(tx, id, `${LETTER} for update`);
    if (letter.replayed_at !== null) return true;
    if (projector === undefined || event === undefined) return failed(tx, id);
    await projector.applyBatch(tx, [event]);
    await tx.query('update dead_letter set replayed_at = now(), attempts = attempts + 1 where id = $1', [id]);
    tx.audit({ ...replayOf(id), details: { applied: true } });
    return true;
  }

  private async open(tx: Tx, id: string, sql: string): Promise<Opened> {
    const [letter] = await tx.query<StoredLetter>(sql, [id]);
    if (letter === undefined) throw new DomainError('COMMON.NOT_FOUND');
    const projector = this.consumers.projector(letter.consumer);
    const reading = projector && readAgain(projector, letter);
    return { letter, projector, event: reading?.kind === 'event' ? reading.event : undefined };
  }
}

function replayOf(id: string): AuditNote {
  return { action: 'dead_letter.replay', subjectKind: 'dead_letter', subjectId: id };
}

function readAgain(projector: EventProjector, letter: StoredLetter): Reading {
  const { subject, headers, payload } = letter;
  return new EventReader(projector.events).read({ subject, headers, body: new TextEncoder().encode(payload) });
}

async function failed(tx: WriteTx, id: string): Promise<boolean> {
  await tx.query('update dead_letter set attempts = attempts + 1 where id = $1', [id]);
  tx.audit({ ...replayOf(id), details: { applied: false } });
  return false;
}
