import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { ServiceSettings } from '#tier';
import type { EventProjector } from './events/event-projector.js';
import { RpcClient } from './rpc/rpc-client.js';

export interface MessagingOptions {
  /** Projectors of this service; taken from the application's providers when registered there, else created. */
  readonly consumers?: readonly Type<EventProjector>[];
}

/** The bus of one service: rpc client, outbox relay, consumers, operations. Import once, in `<service>.module.ts`. */
@Module({})
export class MessagingModule {
  static forService(_settings: ServiceSettings, _options: MessagingOptions = {}): DynamicModule {
    return { module: MessagingModule, global: true, providers: [RpcClient], exports: [RpcClient] };
  }
}
