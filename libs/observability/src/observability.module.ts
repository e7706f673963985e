import { Module, type DynamicModule } from '@nestjs/common';
import { HealthRegistry } from './health-registry.js';
import { MetricsRegistry } from './metrics-registry.js';

export interface ObservedService {
  readonly service: string;
  readonly node: { readonly id: string };
}

/** Health and metrics of one service, global within its application. */
@Module({})
export class ObservabilityModule {
  static forService(settings: ObservedService): DynamicModule {
    const metrics = new MetricsRegistry({ service: settings.service, node: settings.node.id });
    return {
      module: ObservabilityModule,
      global: true,
      providers: [HealthRegistry, { provide: MetricsRegistry, useValue: metrics }],
      exports: [HealthRegistry, MetricsRegistry],
    };
  }
}
