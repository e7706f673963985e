import { setTimeout as sleep } from 'node:timers/promises';
import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  JetStreamApiError,
  type ConsumerMessages,
  type JsMsg,
} from '@nats-io/jetstream';
import { Logger } from '@nestjs/common';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import { Backoff } from '../bus/backoff.js';
import type { NatsLink } from '../bus/nats-link.js';
import { Doorbell } from '../bus/doorbell.js';
import { BatchProcessor, type BatchOutcome, type Delivery } from './batch-processor.js';
import type { EventProjector } from './event-projector.js';
import { EventReader } from './event-reader.js';
import { subjectsOf } from './event-types.js';

export interface ConsumerOptions {
  readonly stream: string;
  /** Most events of a transaction. Default 500. */
  readonly batch?: number;
  /** Told after each batch. */
  readonly settled?: (outcome: BatchOutcome) => void;
}

/** Unacknowledged events the server hands out; bounds what waits here in memory. */
export const MAX_ACK_PENDING = 2_000;
/** Events not acknowledged in this time are handed out again. */
export const ACK_WAIT_MS = 30_000;
const CONSUMER_NOT_FOUND = 10_014;
const MISSING_CHECK_MS = 2_000;
/** What is sent together arrives in several pieces: after the first one, this long for the others. */
const GATHER_MS = 10;

/** Pulls the events of one projector from the stream and settles them batch by batch. One runs at a time per process. */
export class EventConsumer {
  private readonly logger: Logger;
  private readonly reader: EventReader;
  private readonly processor: BatchProcessor;
  /** By stream sequence: what is handed out again while it waits here is one entry. */
  private readonly waiting = new Map<number, Delivery>();
  private readonly arrived = new Doorbell();
  private readonly backoff = new Backoff(100, 5_000);
  private messages: ConsumerMessages | undefined;
  private stopping = false;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly projector: EventProjector,
    processor: BatchProcessor,
    private readonly link: NatsLink,
    private readonly options: ConsumerOptions,
  ) {
    this.logger = new Logger(`consumer ${projector.consumer}`);
    this.reader = new EventReader(projector.events);
    this.processor = processor;
  }

  start(): void {
    this.running ??= Promise.all([this.pull(), this.work()]);
  }

  /** Finishes the batch under way; what waits is handed out again later. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.waiting.clear();
    this.arrived.ring();
    this.backoff.cancel();
    void this.messages?.close();
    await this.running;
  }

  private async pull(): Promise<void> {
    while (!this.stopped()) {
      const connection = this.link.current();
      try {
        if (connection !== undefined) await this.pullFrom(connection);
      } catch (error) {
        if (!this.stopped())
          this.logger.warn(`cannot pull events: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (!this.stopped()) await sleep(connection === undefined ? 100 : 1_000);
    }
  }

  /** Until the connection or the consumer is gone. */
  private async pullFrom(connection: NatsConnection): Promise<void> {
    const { consumer } = this.projector;
    const client = jetstream(connection);
    await this.ensureConsumer(connection);
    const pull = await client.consumers.get(this.options.stream, consumer);
    this.messages = await pull.consume({
      max_messages: 1_000,
      expires: 10_000,
      idle_heartbeat: 2_000,
      abort_on_missing_resource: true,
      callback: (message) => this.receive(message),
    });
    if (this.stopped()) await this.messages.close();
    const failure = await this.messages.closed();
    if (failure instanceof Error) throw failure;
  }

  /** Provisioning makes consumers; where it did not and the service may, it makes its own. */
  private async ensureConsumer(connection: NatsConnection): Promise<void> {
    const { consumer, events } = this.projector;
    const manager = await jetstreamManager(connection, { checkAPI: false });
    try {
      await manager.consumers.info(this.options.stream, consumer);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== CONSUMER_NOT_FOUND) throw error;
      this.logger.warn('is not provisioned on the stream; making it');
      await manager.consumers.add(this.options.stream, consumerConfig(consumer, subjectsOf(events)));
    }
  }

  private receive(message: JsMsg): void {
    const headers: Record<string, string> = {};
    for (const name of message.headers?.keys() ?? []) headers[name] = message.headers?.get(name) ?? '';
    const reading = this.reader.read({ subject: message.subject, headers, body: message.data });
    this.waiting.set(message.seq, { reading, ack: () => message.ack() });
    this.arrived.ring();
  }

  private async work(): Promise<void> {
    while (!this.stopped()) {
      if (this.waiting.size === 0 && (await this.arrived.wait(MISSING_CHECK_MS)) && !this.stopped())
        await sleep(GATHER_MS);
      const batch = this.take();
      if (batch.length > 0) await this.settle(batch);
    }
  }

  private take(): Delivery[] {
    const batch: Delivery[] = [];
    for (const [key, delivery] of this.waiting) {
      if (batch.length >= (this.options.batch ?? 500)) break;
      batch.push(delivery);
      this.waiting.delete(key);
    }
    return batch;
  }

  /** Tries until it is settled: nothing behind it may overtake it, and nothing is acknowledged meanwhile. */
  private async settle(batch: readonly Delivery[]): Promise<void> {
    while (!this.stopped()) {
      try {
        const outcome = await this.processor.process(batch);
        this.backoff.reset();
        if (outcome.buried > 0) this.logger.error(`${outcome.buried} event(s) put among the dead letters`);
        this.options.settled?.(outcome);
        return;
      } catch (error) {
        if (this.backoff.isFirst)
          this.logger.warn(`will try again: ${error instanceof Error ? error.message : String(error)}`);
        await this.backoff.wait();
      }
    }
  }

  private stopped(): boolean {
    return this.stopping;
  }
}

/** A durable pull consumer of ours, as provisioning makes it too. */
export function consumerConfig(name: string, filterSubjects: readonly string[]) {
  return {
    durable_name: name,
    filter_subjects: [...filterSubjects],
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_ack_pending: MAX_ACK_PENDING,
    max_deliver: -1,
  };
}
