import { Module, type DynamicModule, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { MessagingModule } from '#messaging';
import { fixedClock, SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccessModule } from './auth/access.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ConsoleInfoModule } from './console-info/console-info.module.js';
import { EventsModule } from './events/events.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { DEFAULT_GATEWAY_OPTIONS, GATEWAY_OPTIONS, type GatewayOptions } from './gateway-options.js';
import { GeoModule } from './geo/geo.module.js';
import { HealthModule } from './health/health.module.js';
import { configureHttp, createHttpAdapter } from './http/http-server.js';
import { HttpModule } from './http/http.module.js';
import { describeApi } from './openapi.js';
import { ImportsModule } from './imports/imports.module.js';
import { OrgsModule } from './orgs/orgs.module.js';
import { PersonsModule } from './persons/persons.module.js';
import { KpiModule } from './kpi/kpi.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { RulesModule } from './rules/rules.module.js';
import { SmiCasesModule } from './smi-cases/smi-cases.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { UsersModule } from './users/users.module.js';

export { DemoNotice, type Demo } from './console-info/demo-notice.js';
export type { GatewayOptions } from './gateway-options.js';

/** What a starter may say to Nest itself. */
export type NestOptions = Pick<NestApplicationOptions, 'logger' | 'preview' | 'bodyParser' | 'abortOnError'>;

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
        UsersModule,
        SavedViewsModule,
        OrgsModule,
        GeoModule,
        PersonsModule,
        ImportsModule,
        SmiCasesModule,
        FollowUpsModule,
        TasksModule,
        KpiModule,
        RulesModule,
        EventsModule,
        OperationsModule,
        AuditModule,
        HealthModule,
        ConsoleInfoModule,
      ],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: GATEWAY_OPTIONS, useValue: { ...DEFAULT_GATEWAY_OPTIONS, ...options } },
      ],
      exports: [SERVICE_SETTINGS, GATEWAY_OPTIONS],
    };
  }
}

/** The gateway as an application, not yet listening: `await (await createGateway(settings)).listen(port, host)`. */
export async function createGateway(
  settings: ServiceSettings,
  options: Partial<GatewayOptions> = {},
  nest: NestOptions = {},
): Promise<NestFastifyApplication> {
  const app = await build(settings, options, nest);
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describeApi(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Xinqiao 心桥 API',
  });
  return app;
}

/** The OpenAPI document, made from the routes alone: nothing is connected, no service need run. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const app = await build(NOWHERE, {}, { preview: true, logger: false });
  return describeApi(app);
}

async function build(
  settings: ServiceSettings,
  options: Partial<GatewayOptions>,
  nest: NestOptions,
): Promise<NestFastifyApplication> {
  const module = GatewayModule.forRoot(settings, options);
  const all: NestOptions = { bodyParser: false, abortOnError: false, ...nest };
  const adapter = createHttpAdapter({ ...DEFAULT_GATEWAY_OPTIONS, ...options });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, all);
  configureHttp(app);
  return app;
}

const NOWHERE: ServiceSettings = {
  service: 'gateway',
  node: { id: 'nowhere', tier: 'district', territory: '' },
  clock: fixedClock('2026-01-01'),
  databaseUrl: '',
  natsUrl: '',
  eventStream: '',
  keysDirectory: '',
  demo: false,
  poolSize: 0,
};
