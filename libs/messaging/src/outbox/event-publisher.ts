import { jetstream, JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import type { NatsLink } from '../bus/nats-link.js';
import { writeEventHeaders } from '../events/event-headers.js';
import { MAX_EVENT_BYTES } from '../events/event-reader.js';
import { unavailable } from '../rpc/problem-codec.js';
import type { NumberedEvent } from './outbox-store.js';

const ACK_TIMEOUT_MS = 5_000;
/** JetStream API error: larger than the stream's max_msg_size. */
const TOO_LARGE_FOR_STREAM = 10_054;

const encoder = new TextEncoder();
const logger = new Logger('outbox');

/** Puts events on the stream and waits for the acknowledgement. */
export class EventPublisher {
  private client: { connection: NatsConnection; jetstream: JetStreamClient } | undefined;

  constructor(
    private readonly link: NatsLink,
    private readonly stream: string,
  ) {}

  /** First sending: the event id lets the stream drop a second copy; told so, it has the first. */
  publish(event: NumberedEvent): Promise<void> {
    return this.send(event, true);
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

  private jetstream(): JetStreamClient {
    const connection = this.link.current();
    if (connection === undefined) throw unavailable('no connection to the message bus');
    if (this.client?.connection !== connection) {
      this.client = { connection, jetstream: jetstream(connection, { timeout: ACK_TIMEOUT_MS }) };
    }
    return this.client.jetstream;
  }
}
