import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { BusConnection } from './bus/bus-connection.js';
import { NatsLink } from './bus/nats-link.js';
import { EventConsumers, GAP_TIMING, PROJECTOR_TYPES, type GapTiming } from './events/event-consumers.js';
import type { EventProjector } from './events/event-projector.js';
import { NoticeBoard } from './notices/notice-board.js';
import { DeadLetters } from './operations/dead-letters.js';
import { EventFlow } from './operations/event-flow.js';
import { ServiceHealth } from './operations/service-health.js';
import { OperationsHandler } from './operations/operations.handler.js';
import { EventPublisher } from './outbox/event-publisher.js';
import { OutboxHandler } from './outbox/outbox.handler.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { RpcClient } from './rpc/rpc-client.js';

export interface MessagingOptions {
  /** Projectors of this service; taken from the application's providers when registered there, else created. */
  readonly consumers?: readonly Type<EventProjector>[];
  /** How often consumers compare themselves with the origins. */
  readonly gaps?: GapTiming;
}

/**
 * The bus of one service: rpc client, and for a service with a database also outbox relay, consumers and the operations
 * every service answers. Import once, in `<service>.module.ts`, after `PersistenceModule`.
 */
@Module({})
export class MessagingModule {
  static forService(settings: ServiceSettings, options: MessagingOptions = {}): DynamicModule {
    const bus: Provider[] = [
      { provide: SERVICE_SETTINGS, useValue: settings },
      BusConnection,
      { provide: NatsLink, useFactory: (bus: BusConnection) => bus.link, inject: [BusConnection] },
      RpcClient,
      NoticeBoard,
    ];
    const stores = settings.databaseUrl !== '';
    return {
      module: MessagingModule,
      global: true,
      controllers: stores ? [OutboxHandler, OperationsHandler] : [],
      providers: stores ? [...bus, ...eventProviders(settings, options)] : bus,
      exports: [RpcClient, BusConnection, NoticeBoard, ...(stores ? [EventFlow] : [])],
    };
  }
}

function eventProviders(settings: ServiceSettings, options: MessagingOptions): Provider[] {
  return [
    { provide: PROJECTOR_TYPES, useValue: options.consumers ?? [] },
    { provide: GAP_TIMING, useValue: options.gaps ?? {} },
    {
      provide: EventPublisher,
      useFactory: (link: NatsLink) => new EventPublisher(link, settings.eventStream),
      inject: [NatsLink],
    },
    OutboxRelay,
    EventConsumers,
    EventFlow,
    DeadLetters,
    ServiceHealth,
  ];
}
