import { startTestServers } from '../../../tools/servers/test-servers.mjs';

/**
 * Once for all suites: one PostgreSQL and one nats-server in temporary folders, on free ports. Test processes find them
 * in TEST_PG_URL (a superuser's), TEST_NATS_URL and TEST_NATS_MONITOR_URL; values that are already set are kept.
 */
export default async function startServers(): Promise<void> {
  const { postgresUrl, natsUrl, natsMonitorUrl, scratch } = await startTestServers({
    postgresUrl: process.env['TEST_PG_URL'],
    natsUrl: process.env['TEST_NATS_URL'],
    natsMonitorUrl: process.env['TEST_NATS_MONITOR_URL'],
  });
  process.env['TEST_PG_URL'] = postgresUrl;
  process.env['TEST_NATS_URL'] = natsUrl;
  process.env['TEST_SCRATCH'] = scratch;
  if (natsMonitorUrl !== undefined) process.env['TEST_NATS_MONITOR_URL'] = natsMonitorUrl;
}
