import { Logger } from '@nestjs/common';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { ServiceSettings } from '#tier';
import { connectionOptions, type LinkSettings } from './nats-link.js';
import { compareVersions, OLDEST_ACCEPTED, SHIPPED_FROM } from './server-version.js';

/** The server may not be used: running on it would put acknowledged data at risk. */
export class NatsServerRefused extends Error {
  override readonly name = 'NatsServerRefused';
}

const logger = new Logger('NATS server');

/** Refuses a server with known holes (reliability-security.md 1.1). Every connection is checked. */
export function refuseOldServer(connection: NatsConnection): void {
  const version = connection.info?.version ?? '0';
  if (compareVersions(version, OLDEST_ACCEPTED) < 0) {
    throw new NatsServerRefused(`nats-server ${version} is too old: ${OLDEST_ACCEPTED} or newer is needed`);
  }
  if (compareVersions(version, SHIPPED_FROM) < 0) {
    logger.warn(`nats-server ${version}: ${SHIPPED_FROM} or newer is what this release is tested with`);
  }
}

/**
 * Refuses a NATS server that is older than 2.12.7 or does not flush every message before it acknowledges it
 * (`jetstream { sync_interval: always }`). The flush setting is read at the monitoring address; without one it only warns.
 */
export async function assertNatsServer(
  settings: LinkSettings & Pick<ServiceSettings, 'natsMonitorUrl'>,
  connection?: NatsConnection,
): Promise<void> {
  const own = connection ?? (await connect(connectionOptions(settings, 'check')));
  try {
    refuseOldServer(own);
    await refuseLazyFlush(settings.natsMonitorUrl);
  } finally {
    if (connection === undefined) await own.close();
  }
}

async function refuseLazyFlush(monitorUrl: string | undefined): Promise<void> {
  const hint = 'make sure that nats.conf says jetstream { sync_interval: always }';
  if (monitorUrl === undefined) {
    logger.warn(`the flush setting CANNOT BE CHECKED: no monitoring address is configured; ${hint}`);
    return;
  }
  const config = await readJetStreamConfig(monitorUrl);
  if (config === undefined) {
    logger.warn(`the flush setting CANNOT BE CHECKED: ${monitorUrl}/jsz does not answer; ${hint}`);
  } else if (config.sync_always !== true) {
    throw new NatsServerRefused(
      `nats-server acknowledges messages before they are on disk (sync_interval ${String(config.sync_interval)} ns): ${hint}`,
    );
  }
}

async function readJetStreamConfig(
  monitorUrl: string,
): Promise<{ sync_always?: boolean; sync_interval?: number } | undefined> {
  try {
    const url = `${monitorUrl.replace(/\/$/, '')}/jsz?config=true`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    if (!answer.ok) return undefined;
    const body = (await answer.json()) as { config?: { sync_always?: boolean; sync_interval?: number } };
    return body.config;
  } catch {
    return undefined;
  }
}
