import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { UnitOfWork } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { Doorbell } from '../bus/doorbell.js';
import { NatsLink } from '../bus/nats-link.js';
import { NoticeBoard } from '../notices/notice-board.js';
import { RpcClient } from '../rpc/rpc-client.js';
import { ServiceContext } from '../rpc/service-context.js';
import { BatchProcessor } from './batch-processor.js';
import { EventConsumer } from './event-consumer.js';
import { EventProjector } from './event-projector.js';
import { originsOf } from './event-types.js';
import { GapHealer } from './gap-healer.js';
import { PgInboxStore } from './pg-inbox.store.js';
import { PgSeenReader } from './pg-seen.reader.js';
import { RpcOrigins } from './rpc-origins.js';

/** Classes of the service's projectors. */
export const PROJECTOR_TYPES = Symbol('PROJECTOR_TYPES');

/** How often consumers compare themselves with the origins. */
export const GAP_TIMING = Symbol('GAP_TIMING');

export interface GapTiming {
  /** Milliseconds between looks while nothing is missing; default 5,000. */
  readonly lookMs?: number;
  /** Milliseconds a hole may be open before a resend is asked for; default 1,000. */
  readonly patienceMs?: number;
}

interface RunningConsumer {
  readonly projector: EventProjector;
  readonly consumer: EventConsumer;
  readonly healer: GapHealer;
  readonly bell: Doorbell;
  looking?: Promise<void>;
}

/** Runs the service's projectors: pulls, settles, finds gaps. */
@Injectable()
export class EventConsumers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('consumers');
  private readonly running: RunningConsumer[] = [];
  private stopping = false;

  constructor(
    private readonly modules: ModuleRef,
    private readonly unitOfWork: UnitOfWork,
    private readonly link: NatsLink,
    private readonly rpc: RpcClient,
    private readonly notices: NoticeBoard,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    @Inject(PROJECTOR_TYPES) private readonly types: readonly Type<EventProjector>[],
    @Inject(GAP_TIMING) private readonly timing: GapTiming,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const type of this.types) this.running.push(this.runnable(await this.resolve(type)));
    for (const one of this.running) {
      one.consumer.start();
      one.looking = this.look(one);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const one of this.running) one.bell.ring();
    await Promise.all(this.running.map((one) => Promise.all([one.consumer.stop(), one.looking])));
  }

  /** The projector with this consumer name. */
  projector(consumer: string): EventProjector | undefined {
    return this.running.find((one) => one.projector.consumer === consumer)?.projector;
  }

  private resolve(type: Type<EventProjector>): Promise<EventProjector> | EventProjector {
    return this.registered(type) ?? this.modules.create(type);
  }

  private registered(type: Type<EventProjector>): EventProjector | undefined {
    try {
      return this.modules.get(type, { strict: false });
    } catch {
      return undefined;
    }
  }

  private runnable(projector: EventProjector): RunningConsumer {
    const inbox = new PgInboxStore(this.unitOfWork, projector);
    const bell = new Doorbell();
    const { patienceMs } = this.timing;
    const subscriber = `${this.settings.node.id}.${projector.consumer}`;
    return {
      projector,
      bell,
      consumer: new EventConsumer(projector, new BatchProcessor(inbox), this.link, {
        stream: this.settings.eventStream,
        settled: ({ applied, buried, holes }) => {
          if (holes) bell.ring();
          if (buried > 0) this.notices.post({ type: 'dead_letter.recorded' });
          if (applied.length > 0) projector.applied?.(applied);
        },
      }),
      healer: new GapHealer(
        originsOf(projector.events, this.settings.node.id),
        new RpcOrigins(this.rpc, new ServiceContext(this.settings, 'events'), subscriber),
        new PgSeenReader(this.unitOfWork, inbox, projector.consumer),
        patienceMs === undefined ? {} : { patienceMs },
      ),
    };
  }

  private async look({ projector, healer, bell }: RunningConsumer): Promise<void> {
    const pause = this.timing.lookMs ?? 5_000;
    const soon = Math.min(pause, (this.timing.patienceMs ?? 1_000) / 2);
    let failed = false;
    while (!this.stopped()) {
      let open = false;
      try {
        open = await healer.check(Date.now());
        failed = false;
      } catch (error) {
        if (!failed) this.logger.warn(`${projector.consumer}: cannot look for gaps: ${String(error)}`);
        failed = true;
      }
      if (this.stopped()) return;
      // A hole that a batch left rings the bell; it is looked at after a moment, not at every batch.
      if (await bell.wait(open ? soon : pause))
        await new Promise((resolve) => setTimeout(resolve, Math.min(soon, 200)));
    }
  }

  private stopped(): boolean {
    return this.stopping;
  }
}
