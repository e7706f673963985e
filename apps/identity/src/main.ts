import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createRpcServer, runAlone } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { identityEnvironment } from './environment.js';
import { IdentityBootstrap, IdentityModule, otpRequiredRoles } from './identity.module.js';

const environment = identityEnvironment();
const options = {
  otpRequiredRoles: otpRequiredRoles(environment.XINQIAO_OTP_REQUIRED_ROLES),
  idleMinutes: environment.XINQIAO_SESSION_IDLE_MINUTES,
};
const settings = serviceSettingsFromEnvironment('identity', environment);

await runAlone(settings, environment, async (logger) => {
  const service = await NestFactory.createMicroservice(IdentityModule.forRoot(settings, options), {
    ...createRpcServer(settings),
    abortOnError: false,
    logger,
  });
  const admin = await service.get(IdentityBootstrap).ensureAdmin(environment.XINQIAO_ADMIN_PASSWORD);
  if (admin.password !== undefined) {
    // The only time it is ever shown, and past the log. Where standard output is kept, give XINQIAO_ADMIN_PASSWORD instead.
    process.stdout.write(`First administrator: ${admin.username}, password: ${admin.password}\n`);
  }
  await service.listen();
  return service;
});
