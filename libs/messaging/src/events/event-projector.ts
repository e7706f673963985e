import type { DescMessage } from '@bufbuild/protobuf';
import type { Tx } from '#persistence';
import type { ReceivedEvent } from './received-event.js';

/**
 * Builds something from events, exactly once: the batch's inbox rows, the watermark and the effect are one transaction.
 * Events of one origin come mostly, not always, in order: apply one only when its version is newer than what is stored.
 */
export abstract class EventProjector {
  /** Durable consumer name `<app>__<projector>`, e.g. `kpi__smi`. */
  abstract readonly consumer: string;
  /** The event types it wants. It is sent all events of their contexts; the others only move its watermark. */
  abstract readonly events: readonly DescMessage[];
  /** Applies a batch (1 to 500). Throwing rolls everything back; a permanent error is narrowed down to the event at fault. */
  abstract applyBatch(tx: Tx, events: readonly ReceivedEvent[]): Promise<void>;
  /** The areas an event is about. Whoever gives a dead letter to the projector again must be responsible for them all. */
  abstract areasOf(event: ReceivedEvent): readonly string[];
  /** Told after the commit what was applied, to post notices; must not throw or wait. */
  applied?(events: readonly ReceivedEvent[]): void;
}
