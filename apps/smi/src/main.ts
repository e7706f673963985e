import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { smiEnvironment } from './environment.js';
import { SmiModule } from './smi.module.js';

const settings = serviceSettingsFromEnvironment('smi', smiEnvironment());

const service = await NestFactory.createMicroservice(SmiModule.forRoot(settings), {
  ...createRpcServer(settings),
  abortOnError: false,
});
service.enableShutdownHooks();
await service.listen();
