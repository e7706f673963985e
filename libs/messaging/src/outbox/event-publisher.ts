import { jetstream, JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import { headers, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import type { NatsLink } from '../bus/nats-link.js';
import { writeEventHeaders } from '../events/event-headers.js';
import { MAX_EVENT_BYTES } from '../events/event-reader.js';
import { unavailable } from '../rpc/problem-codec.js';
import type { EventSink, NumberedEvent } from './outbox-store.js';

const ACK_TIMEOUT_MS = 5_000;
/** JetStream API error: larger than the stream's max_msg_size. */
const TOO_LARGE_FOR_STREAM = 10_054;

/** Larger batches are sent one by one: the stream keeps a batch aside until it is complete. */
const MAX_TOGETHER_BYTES = 4_000_000;

const encoder = new TextEncoder();
const logger = new Logger('outbox');

/** Puts events on the stream and waits for the acknowledgement. */
export class EventPublisher implements EventSink {
  private client: { connection: NatsConnection; jetstream: JetStreamClient } | undefined;

  constructor(
    private readonly link: NatsLink,
    private readonly stream: string,
  ) {}

  /** First sending: the event id lets the stream drop a second copy; told so, it has the first. */
  publish(event: NumberedEvent): Promise<void> {
    return this.send(event, true);
  }

  /** An atomic batch of the stream: it is flushed once, where single events are flushed one by one. */
  async publishTogether(events: readonly NumberedEvent[]): Promise<boolean> {
    const bodies = events.map((event) => encoder.encode(event.payload));
    if (bodies.reduce((sum, body) => sum + body.length, 0) > MAX_TOGETHER_BYTES) return false;
    try {
      await this.putTogether(events, bodies);
      return true;
    } catch (error) {
      // The stream refused the batch: one of the events is known to it, too large, or there is no room for all.
      if (error instanceof JetStreamApiError || isIncompleteBatch(error)) return false;
      throw error;
    }
  }

  /** Sending again for a subscriber: without message id, or the stream would drop what it has lost since. */
  resend(event: NumberedEvent): Promise<void> {
    return this.send(event, false);
  }

  private async send(event: NumberedEvent, once: boolean): Promise<void> {
    const body = encoder.encode(event.payload);
    if (body.length > MAX_EVENT_BYTES) return this.sendWithoutBody(event, once);
    try {
      await this.put(event, body, once);
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === TOO_LARGE_FOR_STREAM) {
        return this.sendWithoutBody(event, once);
      }
      throw error;
    }
  }

  // The number must arrive, or every subscriber waits for it for ever; they put it among their dead letters.
  private sendWithoutBody(event: NumberedEvent, once: boolean): Promise<void> {
    logger.error(`event ${event.eventId} (${event.type}) is too large for the bus; only its number is sent`);
    return this.put({ ...event, bodyLeftOut: true }, new Uint8Array(), once);
  }

  private async put(event: NumberedEvent, body: Uint8Array, once: boolean): Promise<void> {
    const headers = writeEventHeaders(event);
    await this.jetstream().publish(event.subject, body, {
      headers,
      timeout: ACK_TIMEOUT_MS,
      expect: { streamName: this.stream },
      ...(once ? { msgID: event.eventId } : {}),
    });
  }

  private async putTogether(events: readonly NumberedEvent[], bodies: readonly Uint8Array[]): Promise<void> {
    const last = events.length - 1;
    const subjectOf = (place: number) => events[place]?.subject ?? '';
    const options = (place: number) => ({ headers: this.headersOf(events[place]), timeout: ACK_TIMEOUT_MS });
    const batch = await this.jetstream().startBatch(subjectOf(0), bodies[0] ?? '', options(0));
    for (let place = 1; place < last; place += 1) {
      void batch.add(subjectOf(place), bodies[place] ?? '', { headers: options(place).headers, ack: false });
    }
    await batch.commit(subjectOf(last), bodies[last] ?? '', options(last));
  }

  private headersOf(event: NumberedEvent | undefined): MsgHdrs {
    if (event === undefined) return headers();
    const out = writeEventHeaders(event);
    out.set('Nats-Msg-Id', event.eventId);
    out.set('Nats-Expected-Stream', this.stream);
    return out;
  }

  private jetstream(): JetStreamClient {
    const connection = this.link.current();
    if (connection === undefined) throw unavailable('no connection to the message bus');
    if (this.client?.connection !== connection) {
      this.client = { connection, jetstream: jetstream(connection, { timeout: ACK_TIMEOUT_MS }) };
    }
    return this.client.jetstream;
  }
}

// The client library reports a refused commit only as a count that does not fit.
function isIncompleteBatch(error: unknown): boolean {
  return error instanceof Error && error.message.includes('batch');
}
