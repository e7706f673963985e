import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureKeys, type StoringService } from '#persistence';
import { fixedClock, type Clock, type NodeIdentity, type ServiceName, type ServiceSettings } from '#tier';
import { createNodeStream } from './node-stream.js';
import { createNodeDatabase } from './node-database.js';
import { testServers } from './test-servers.js';

/** The day it is in every test that does not say otherwise. */
export const TEST_TODAY = '2026-11-23';

export interface TestNodeOptions {
  /** Default: always `TEST_TODAY`. */
  readonly clock?: Clock;
  readonly node?: Partial<NodeIdentity>;
  /** False leaves the schemas empty, for tests of the migrations themselves. */
  readonly migrate?: boolean;
  readonly poolSize?: number;
}

/** One node of the network: its own database, subjects, event stream and keys on the shared test servers. */
export interface TestNode {
  readonly identity: NodeIdentity;
  readonly clock: Clock;
  readonly adminUrl: string;
  readonly keysDirectory: string;
  settings(service: ServiceName): ServiceSettings;
  /** Connection string of a schema's owner, for migrations. */
  ownerUrl(service: StoringService): string;
  close(): Promise<void>;
}

/** A fresh node for one suite; `close()` in `afterAll`, after the services. */
export async function createTestNode(
  services: readonly ServiceName[],
  options: TestNodeOptions = {},
): Promise<TestNode> {
  const storing = services.filter((service): service is StoringService => service !== 'gateway');
  const identity: NodeIdentity = {
    id: `t${randomBytes(5).toString('hex')}`,
    tier: 'district',
    territory: '990101',
    ...options.node,
  };
  const keysDirectory = await mkdtemp(join(testServers().scratch, 'keys-'));
  await ensureKeys(keysDirectory, storing);
  const database = await createNodeDatabase(storing, options.migrate ?? true);
  const stream = await createNodeStream(identity.id);
  const { natsUrl, natsMonitorUrl } = testServers();
  const clock = options.clock ?? fixedClock(TEST_TODAY);

  return {
    identity,
    clock,
    adminUrl: database.adminUrl,
    keysDirectory,
    settings: (service) => ({
      service,
      node: identity,
      clock,
      databaseUrl: service === 'gateway' ? '' : urlsOf(service).appUrl,
      natsUrl,
      ...(natsMonitorUrl === undefined ? {} : { natsMonitorUrl }),
      eventStream: stream.name,
      keysDirectory,
      demo: true,
      poolSize: options.poolSize ?? 5,
    }),
    ownerUrl: (service) => urlsOf(service).ownerUrl,
    close: async () => {
      await stream.drop();
      await database.drop();
      await rm(keysDirectory, { recursive: true, force: true });
    },
  };

  function urlsOf(service: StoringService): { appUrl: string; ownerUrl: string } {
    const urls = database.services[service];
    if (urls === undefined) throw new Error(`This test node was made without ${service}.`);
    return urls;
  }
}
