import type { DynamicModule, INestMicroservice, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import type { ServiceSettings } from '#tier';

const OPTIONS: NestApplicationOptions = { logger: ['warn', 'error', 'fatal'], abortOnError: false };

/** Starts a service's module as it runs in production: on the bus, answering requests. Close it before the node. */
export async function startService(
  module: Type | DynamicModule,
  settings: ServiceSettings,
): Promise<INestMicroservice> {
  const app = await NestFactory.createMicroservice(module, { ...createRpcServer(settings), ...OPTIONS });
  try {
    await app.listen();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
