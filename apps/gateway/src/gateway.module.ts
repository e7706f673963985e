import { Module, type DynamicModule } from '@nestjs/common';
import type { ServiceSettings } from '#tier';
import { MessagingModule } from '#messaging';
import { SERVICE_SETTINGS } from '#tier';
import { AccessModule } from './auth/access.module.js';
import { DEFAULT_GATEWAY_OPTIONS, GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';
import { HttpModule } from './http/http.module.js';

/** Wiring only: the frame, then one module a feature. */
@Module({})
export class GatewayModule {
  static forRoot(settings: ServiceSettings, options: Partial<GatewayOptions> = {}): DynamicModule {
    return {
      module: GatewayModule,
      global: true,
      imports: [
        MessagingModule.forService(settings),
        AccessModule,
        HttpModule,
        // Features, in the order of the API document:
      ],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: GATEWAY_OPTIONS, useValue: { ...DEFAULT_GATEWAY_OPTIONS, ...options } },
      ],
      exports: [SERVICE_SETTINGS, GATEWAY_OPTIONS],
    };
  }
}
