import type { DynamicModule, INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import type { ServiceSettings } from '#tier';

/** Starts a service's module as it runs in production: on the bus, answering requests. Close it before the node. */
export async function startService(
  module: Type | DynamicModule,
  settings: ServiceSettings,
): Promise<INestMicroservice> {
  const options = Object.assign(createRpcServer(settings), { logger: ['error', 'fatal'], abortOnError: false });
  const app = await NestFactory.createMicroservice(
    module,
    options as Parameters<typeof NestFactory.createMicroservice>[1],
  );
  await app.listen();
  return app;
}
