import { tmpdir } from 'node:os';

/** Addresses of the servers that `global-setup.ts` started for this run. */
export interface TestServerAddresses {
  /** A superuser's. */
  readonly postgresUrl: string;
  readonly natsUrl: string;
  readonly natsMonitorUrl: string | undefined;
  /** A folder that goes away with the run. */
  readonly scratch: string;
}

/** Throws when the suite runs outside the integration project, where nothing was started. */
export function testServers(): TestServerAddresses {
  const postgresUrl = process.env['TEST_PG_URL'];
  const natsUrl = process.env['TEST_NATS_URL'];
  if (!postgresUrl || !natsUrl) {
    throw new Error('No test servers: run integration specs through `npm run test:integration`.');
  }
  return {
    postgresUrl,
    natsUrl,
    natsMonitorUrl: process.env['TEST_NATS_MONITOR_URL'],
    scratch: process.env['TEST_SCRATCH'] ?? tmpdir(),
  };
}

/** The same connection string for another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
