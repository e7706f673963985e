import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { identityEnvironment } from './environment.js';
import { IdentityBootstrap, IdentityModule } from './identity.module.js';

const environment = identityEnvironment();
const settings = serviceSettingsFromEnvironment('identity', environment);

const service = await NestFactory.createMicroservice(IdentityModule.forRoot(settings), {
  ...createRpcServer(settings),
  abortOnError: false,
});
service.enableShutdownHooks();
const admin = await service.get(IdentityBootstrap).ensureAdmin(environment.XINQIAO_ADMIN_PASSWORD);
if (admin.password !== undefined) {
  // The only time it is ever shown, and to nobody but the terminal that started us: it must not end up in a log.
  process.stdout.write(`First administrator: ${admin.username}, password: ${admin.password}\n`);
}
await service.listen();
