import type { EventSink, NumberedEvent, OutboxStore } from './outbox-store.js';

export interface RelayLimits {
  /** Events numbered at once. */
  readonly batch: number;
  /** Events sent and not yet acknowledged by the stream. */
  readonly inFlight: number;
  /** From this many events on they are sent together. */
  readonly together: number;
}

export const RELAY_LIMITS: RelayLimits = { batch: 500, inFlight: 128, together: 8 };

/**
 * The order of work that loses nothing: number (committed) → send → acknowledged → mark. A round that was interrupted
 * anywhere is finished first, so the stream may get an event twice, never not at all, and a number never means two events.
 */
export class RelayRounds {
  private interrupted = true;

  constructor(
    private readonly store: OutboxStore,
    private readonly sink: EventSink,
    private readonly limits: RelayLimits = RELAY_LIMITS,
  ) {}

  /** Looks in the next round for what another relay may have left; called now and then. */
  recheck(): void {
    this.interrupted = true;
  }

  /** One round; answers how many events it sent. After an error call it again: it begins with what was left. */
  async next(): Promise<number> {
    if (this.interrupted) {
      const left = await this.store.unpublished(this.limits.batch);
      if (left.length > 0) return this.send(left);
    }
    // Until the round is over: an error while numbering leaves open whether the numbers were given.
    this.interrupted = true;
    const sent = await this.send(await this.store.number(this.limits.batch));
    this.interrupted = false;
    return sent;
  }

  private async send(events: readonly NumberedEvent[]): Promise<number> {
    if (events.length >= this.limits.together && (await this.sink.publishTogether(events))) {
      await this.store.markPublished(events);
      return events.length;
    }
    const { sent, failure } = await this.publishInOrder(events);
    const hole = events.findIndex((event) => !sent.has(event));
    const unbroken = hole < 0 ? events : events.slice(0, hole);
    if (unbroken.length > 0) await this.store.markPublished(unbroken);
    if (failure !== undefined) throw failure.reason;
    return events.length;
  }

  /** Sends in order with a bounded number of open acknowledgements; stops sending at the first failure. */
  private async publishInOrder(
    events: readonly NumberedEvent[],
  ): Promise<{ sent: ReadonlySet<NumberedEvent>; failure: { reason: unknown } | undefined }> {
    const sent = new Set<NumberedEvent>();
    const open = new Set<Promise<void>>();
    const failures: { reason: unknown }[] = [];
    for (const event of events) {
      if (open.size >= this.limits.inFlight) await Promise.race(open);
      if (failures.length > 0) break;
      const acknowledged = this.sink.publish(event).then(
        () => void sent.add(event),
        (reason: unknown) => void failures.push({ reason }),
      );
      open.add(acknowledged);
      void acknowledged.finally(() => open.delete(acknowledged));
    }
    await Promise.all(open);
    return { sent, failure: failures[0] };
  }
}
