import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer, runAlone } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { kpiEnvironment } from './environment.js';
import { KpiModule } from './kpi.module.js';

const environment = kpiEnvironment();
const settings = serviceSettingsFromEnvironment('kpi', environment);

await runAlone(settings, environment, async (logger) => {
  const service = await NestFactory.createMicroservice(KpiModule.forRoot(settings), {
    ...createRpcServer(settings),
    abortOnError: false,
    logger,
  });
  await service.listen();
  return service;
});
