import type { EventEnvelope } from '../events/event-headers.js';

/** An event with its number, ready to be sent. */
export interface NumberedEvent extends EventEnvelope {
  readonly subject: string;
  readonly payload: string;
}

/** What the relay needs of the outbox table. Each method is one transaction. */
export interface OutboxStore {
  /** Rows with a number above the mark: what an interrupted relay left behind. Lowest first. */
  unpublished(limit: number): Promise<NumberedEvent[]>;
  /** Gives the next numbers, without gaps, to rows that have none; committed before anything is sent. Lowest first. */
  number(limit: number): Promise<NumberedEvent[]>;
  /** The stream has all of these, which follow one another: moves the mark to the last, unless something before them is above it. */
  markPublished(events: readonly NumberedEvent[]): Promise<void>;
}

/** Where events are sent. */
export interface EventSink {
  /** Resolves when the stream has the event on disk (also when it had it already). */
  publish(event: NumberedEvent): Promise<void>;
  /**
   * True when the stream took all of them together, at the price of one flush. False when it took none, or perhaps all, and
   * each is to be sent by itself: a copy does no harm.
   */
  publishTogether(events: readonly NumberedEvent[]): Promise<boolean>;
}
