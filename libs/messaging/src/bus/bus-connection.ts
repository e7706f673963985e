import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { assertNatsServer, NatsServerRefused } from './assert-nats-server.js';
import { NatsLink } from './nats-link.js';

/** How long a start waits for NATS before it goes on without. */
const FIRST_LOOK_MS = 3_000;

/** The service's connection for calls and events. A server that may not be used stops the start; one that is away does not. */
@Injectable()
export class BusConnection implements OnModuleInit, OnApplicationShutdown {
  readonly link: NatsLink;
  private readonly refused = Promise.withResolvers<NatsServerRefused>();

  constructor(@Inject(SERVICE_SETTINGS) settings: ServiceSettings) {
    this.link = new NatsLink(settings, 'bus', async (connection) => {
      try {
        await assertNatsServer(settings, connection);
      } catch (error) {
        if (error instanceof NatsServerRefused) this.refused.resolve(error);
        throw error;
      }
    });
  }

  async onModuleInit(): Promise<void> {
    this.link.open();
    const refusal = await Promise.race([this.refused.promise, this.link.firstTry(FIRST_LOOK_MS)]);
    if (refusal === undefined) return;
    await this.link.close();
    throw refusal;
  }

  /** Whether requests and events can leave now; for the health page. */
  get connected(): boolean {
    return this.link.current() !== undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.link.close();
  }
}
