import 'reflect-metadata';
import { runAlone } from '#messaging';
import { serviceSettingsFromEnvironment } from '#tier';
import { gatewayEnvironment } from './environment.js';
import { createGateway } from './gateway.module.js';

const environment = gatewayEnvironment();
const settings = serviceSettingsFromEnvironment('gateway', environment);
const trustedProxies = environment.TRUSTED_PROXIES.split(',')
  .map((proxy) => proxy.trim())
  .filter((proxy) => proxy !== '');

await runAlone(settings, environment, async (logger) => {
  const gateway = await createGateway(settings, { trustedProxies }, { logger });
  await gateway.listen(environment.PORT, environment.HOST);
  return gateway;
});
