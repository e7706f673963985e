import 'reflect-metadata';
import { serviceSettingsFromEnvironment } from '#tier';
import { gatewayEnvironment } from './environment.js';
import { createGateway } from './gateway.module.js';

const environment = gatewayEnvironment();
const settings = serviceSettingsFromEnvironment('gateway', environment);
const trustedProxies = environment.TRUSTED_PROXIES.split(',')
  .map((proxy) => proxy.trim())
  .filter((proxy) => proxy !== '');

const gateway = await createGateway(settings, { trustedProxies });
gateway.enableShutdownHooks();
await gateway.listen(environment.PORT, environment.HOST);
