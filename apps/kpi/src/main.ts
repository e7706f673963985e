import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { kpiEnvironment } from './environment.js';
import { KpiModule } from './kpi.module.js';

const settings = serviceSettingsFromEnvironment('kpi', kpiEnvironment());

const service = await NestFactory.createMicroservice(KpiModule.forRoot(settings), {
  ...createRpcServer(settings),
  abortOnError: false,
});
service.enableShutdownHooks();
await service.listen();
