import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer, runAlone } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { smiEnvironment } from './environment.js';
import { SmiModule } from './smi.module.js';

const environment = smiEnvironment();
const settings = serviceSettingsFromEnvironment('smi', environment);

await runAlone(settings, environment, async (logger) => {
  const service = await NestFactory.createMicroservice(SmiModule.forRoot(settings), {
    ...createRpcServer(settings),
    abortOnError: false,
    logger,
  });
  await service.listen();
  return service;
});
