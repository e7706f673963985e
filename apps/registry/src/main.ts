import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer, runAlone } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { registryEnvironment, registryOptionsFrom } from './environment.js';
import { RegistryModule } from './registry.module.js';

const environment = registryEnvironment();
const settings = serviceSettingsFromEnvironment('registry', environment);

await runAlone(settings, environment, async (logger) => {
  const module = RegistryModule.forRoot(settings, registryOptionsFrom(environment));
  const service = await NestFactory.createMicroservice(module, {
    ...createRpcServer(settings),
    abortOnError: false,
    logger,
  });
  await service.listen();
  return service;
});
