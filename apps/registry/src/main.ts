import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { registryEnvironment, registryOptionsFrom } from './environment.js';
import { RegistryModule } from './registry.module.js';

const environment = registryEnvironment();
const settings = serviceSettingsFromEnvironment('registry', environment);

const service = await NestFactory.createMicroservice(
  RegistryModule.forRoot(settings, registryOptionsFrom(environment)),
  { ...createRpcServer(settings), abortOnError: false },
);
service.enableShutdownHooks();
await service.listen();
