import type { INestMicroservice, NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createRpcServer } from '#messaging';
import type { ServiceDatabase, StoringService } from '#persistence';
import type { ServiceName, ServiceSettings } from '#tier';
import { createGateway, DemoNotice, type Demo } from '../../gateway/src/gateway.module.js';
import { IdentityBootstrap } from '../../identity/src/identity.module.js';
import type { NodeConfiguration } from './environment.js';
import { STORING_SERVICES, type StoringServiceEntry } from './services.js';

/** All services of one node and its gateway, in this process. They know one another only by the bus. */
export interface RunningNode {
  /** Where the gateway listens. */
  readonly address: string;
  /** The accounts a fresh database needs. */
  readonly accounts: IdentityBootstrap;
  /** Shows the accounts of a demonstration on the sign-in page. */
  announceDemo(demo: Demo): void;
  /** Takes no new requests, finishes those under way, hands over what the outboxes hold, then stops. */
  close(): Promise<void>;
}

const OPTIONS: NestApplicationOptions = { logger: ['fatal', 'error', 'warn'], abortOnError: false };

type Databases = Readonly<Record<StoringService, ServiceDatabase>>;

/** Starts every service, then the gateway; when one fails, those already running are stopped again. */
export async function runNode(configuration: NodeConfiguration, databases: Databases): Promise<RunningNode> {
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const services = new Map<ServiceName, INestMicroservice>();
    for (const service of STORING_SERVICES) {
      const app = await startService(service, configuration, databases[service.name].appUrl);
      services.set(service.name, app);
      stops.push(() => app.close());
    }
    const gateway = await createGateway(gatewaySettings(configuration), {}, OPTIONS);
    stops.push(() => gateway.close());
    await gateway.listen(configuration.variables.PORT, configuration.variables.HOST);
    const accounts = services.get('identity')?.get(IdentityBootstrap, { strict: false });
    if (accounts === undefined) throw new Error('identity is not part of this node');
    const announceDemo = (demo: Demo): void => gateway.get(DemoNotice).show(demo);
    return { address: await gateway.getUrl(), accounts, announceDemo, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startService(
  service: StoringServiceEntry,
  configuration: NodeConfiguration,
  appUrl: string,
): Promise<INestMicroservice> {
  const settings = settingsOf(configuration, service, appUrl);
  const app = await NestFactory.createMicroservice(service.module(settings, configuration.variables), {
    ...createRpcServer(settings),
    ...OPTIONS,
  });
  await app.listen();
  return app;
}

function settingsOf(configuration: NodeConfiguration, service: StoringServiceEntry, appUrl: string): ServiceSettings {
  return { ...configuration.shared, service: service.name, databaseUrl: appUrl, poolSize: service.poolSize };
}

function gatewaySettings(configuration: NodeConfiguration): ServiceSettings {
  return { ...configuration.shared, service: 'gateway', databaseUrl: '', poolSize: 0 };
}
