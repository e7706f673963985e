import { BatchProcessor, type Delivery } from '../../src/events/batch-processor.js';
import type { NumberingChange } from '../../src/events/inbox-store.js';
import type { ReceivedEvent } from '../../src/events/received-event.js';
import type { SeenNumbers } from '../../src/events/watermark.js';
import type { NumberedEvent } from '../../src/outbox/outbox-store.js';
import { InboxModel, type InboxState } from './inbox-model.js';
import { SimulatedOutbox, type OutboxRow } from './origin-model.js';
import { REAL_PARTS, type Parts } from './world.js';

/** Acknowledges first: what a kill then undoes is never handed out again. */
class AckBeforeCommit extends BatchProcessor {
  override process(batch: readonly Delivery[]): ReturnType<BatchProcessor['process']> {
    for (const delivery of batch) delivery.ack();
    return super.process(batch.map(({ reading }) => ({ reading, ack: () => undefined })));
  }
}

/** Reads on from the highest position so far: a transaction that commits later with a lower one is skipped for ever. */
class CursorById extends SimulatedOutbox {
  private static last = 0;

  static reset(): void {
    CursorById.last = 0;
  }

  protected override pick(): OutboxRow[] {
    const rows = this.database.visible().filter((row) => row.position > CursorById.last);
    CursorById.last = rows.at(-1)?.position ?? CursorById.last;
    return rows;
  }
}

/** Remembers nothing of what it has seen. */
class NoInbox extends InboxModel {
  protected override remembered(state: InboxState): SeenNumbers {
    return { watermark: state.watermark, held: [] };
  }

  protected override store(draft: InboxState, change: NumberingChange): void {
    draft.watermark = change.watermark;
  }
}

/** Takes the highest number for the watermark. */
class WatermarkOverHoles extends InboxModel {
  protected override store(draft: InboxState, change: NumberingChange): void {
    draft.watermark = change.hold.reduce((top, { seq }) => (seq > top ? seq : top), change.watermark);
    draft.held = [];
  }
}

/** Lets the effect escape from the transaction. */
class EffectOutsideTransaction extends InboxModel {
  protected override effect(draft: InboxState, events: readonly ReceivedEvent[]): void {
    super.effect(this.state, events);
    draft.applied = this.state.applied;
  }

  protected override merge(draft: InboxState): InboxState {
    return { ...draft, applied: this.state.applied };
  }
}

/** Marks when it numbers, before the stream has the event. */
class MarkBeforeAcknowledged extends SimulatedOutbox {
  override async number(limit: number): Promise<NumberedEvent[]> {
    const events = await super.number(limit);
    this.database.publishedThrough = events.at(-1)?.seq ?? this.database.publishedThrough;
    return events;
  }
}

/** Marks up to the last it has sent, whatever another relay has numbered before. */
class MarkOverAnothersHole extends SimulatedOutbox {
  override markPublished(events: readonly NumberedEvent[]): Promise<void> {
    this.database.publishedThrough = events.at(-1)?.seq ?? this.database.publishedThrough;
    return Promise.resolve();
  }
}

/** Does not look for what an interrupted round left. */
class ForgetsInterruptedRound extends SimulatedOutbox {
  override unpublished(): Promise<NumberedEvent[]> {
    return Promise.resolve([]);
  }
}

export interface Mutant {
  readonly name: string;
  readonly parts: Parts;
  readonly prepare?: () => void;
}

/** Known ways to get it wrong. Each must break the property, or the property proves nothing. */
export const MUTANTS: readonly Mutant[] = [
  { name: 'acknowledge before commit', parts: { ...REAL_PARTS, processor: (inbox) => new AckBeforeCommit(inbox) } },
  {
    name: 'cursor by position > last',
    parts: { ...REAL_PARTS, outbox: (database, steps) => new CursorById(database, steps) },
    prepare: () => CursorById.reset(),
  },
  { name: 'no inbox', parts: { ...REAL_PARTS, inbox: (steps, committed) => new NoInbox(steps, committed) } },
  {
    name: 'watermark over holes',
    parts: { ...REAL_PARTS, inbox: (steps, committed) => new WatermarkOverHoles(steps, committed) },
  },
  {
    name: 'effect outside the transaction',
    parts: { ...REAL_PARTS, inbox: (steps, committed) => new EffectOutsideTransaction(steps, committed) },
  },
  {
    name: 'mark before acknowledged',
    parts: { ...REAL_PARTS, outbox: (database, steps) => new MarkBeforeAcknowledged(database, steps) },
  },
  {
    name: "mark over another relay's hole",
    parts: { ...REAL_PARTS, outbox: (database, steps) => new MarkOverAnothersHole(database, steps) },
  },
  {
    name: 'forget the interrupted round',
    parts: { ...REAL_PARTS, outbox: (database, steps) => new ForgetsInterruptedRound(database, steps) },
  },
];
