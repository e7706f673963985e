import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { NatsLink } from './bus/nats-link.js';
import type { EventProjector } from './events/event-projector.js';
import { RpcClient } from './rpc/rpc-client.js';

export interface MessagingOptions {
  /** Projectors of this service; taken from the application's providers when registered there, else created. */
  readonly consumers?: readonly Type<EventProjector>[];
}

/** The bus of one service: rpc client, outbox relay, consumers, operations. Import once, in `<service>.module.ts`. */
@Module({})
export class MessagingModule {
  static forService(settings: ServiceSettings, _options: MessagingOptions = {}): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        {
          provide: NatsLink,
          useFactory: () => {
            const link = new NatsLink(settings, 'bus');
            link.open();
            return link;
          },
        },
        RpcClient,
      ],
      exports: [RpcClient],
    };
  }
}
