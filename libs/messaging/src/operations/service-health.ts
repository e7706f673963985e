import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { HealthResponseSchema } from '#contracts';
import { HealthRegistry, processVitals } from '#observability';
import { DatabaseHealth } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { BusConnection } from '../bus/bus-connection.js';

/** How this service is doing, for the operators' page. */
@Injectable()
export class ServiceHealth {
  private readonly registry = new HealthRegistry();

  constructor(
    bus: BusConnection,
    database: DatabaseHealth,
    @Inject(SERVICE_SETTINGS) private readonly settings: Pick<ServiceSettings, 'service'>,
  ) {
    this.registry.register('nats', () => (bus.connected ? Promise.resolve() : Promise.reject(new Error('away'))));
    this.registry.register('postgresql', () => database.check());
  }

  async read(): Promise<MessageInitShape<typeof HealthResponseSchema>> {
    const { checks } = await this.registry.report();
    const parts = Object.entries(checks).map(([name, result]) => ({ name, ok: result === 'ok' }));
    return { service: this.settings.service, ...processVitals(), parts };
  }
}
