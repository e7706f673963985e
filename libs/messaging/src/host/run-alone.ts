import type { INestApplicationContext } from '@nestjs/common';
import { AppLogger, HealthRegistry, serveHealth, type LogLevel } from '#observability';
import { DatabaseHealth } from '#persistence';
import type { ServiceEnvironment, ServiceSettings } from '#tier';
import { BusConnection } from '../bus/bus-connection.js';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** By custom 128 and the number of the signal. */
const ENDED_BY_SIGNAL = 143;

/**
 * One service as a process of its own: its log goes out as JSON lines, its health is answered on loopback when a port is given,
 * and a signal ends it in order. `start` builds the application with the logger and makes it listen.
 */
export async function runAlone(
  settings: ServiceSettings,
  environment: ServiceEnvironment,
  start: (logger: AppLogger) => Promise<INestApplicationContext>,
): Promise<void> {
  const level = environment.XINQIAO_LOG_LEVEL as LogLevel;
  const logger = new AppLogger({ service: settings.service, node: settings.node.id, level });
  // As the first process of a container we get no default handling of signals, and a start may wait long for its database.
  const abandon = (): never => process.exit(ENDED_BY_SIGNAL);
  for (const signal of SIGNALS) process.on(signal, abandon);
  try {
    const app = await start(logger);
    for (const signal of SIGNALS) process.off(signal, abandon).once(signal, () => void stop(app, logger));
    if (environment.XINQIAO_HEALTH_PORT !== undefined) {
      await serveHealth(healthOf(app, settings), environment.XINQIAO_HEALTH_PORT);
    }
    logger.log(`${settings.service} is ready`, 'Host');
  } catch (error) {
    logger.fatal(error, 'Host');
    process.exit(1);
  }
}

/** Not by Nest's own hooks: they end with a signal to this process, which the first process of a container never gets. */
async function stop(app: INestApplicationContext, logger: AppLogger): Promise<void> {
  try {
    await app.close();
    process.exit(0);
  } catch (error) {
    logger.fatal(error, 'Host');
    process.exit(1);
  }
}

function healthOf(app: INestApplicationContext, settings: ServiceSettings): HealthRegistry {
  const health = new HealthRegistry();
  const bus = app.get(BusConnection, { strict: false });
  health.register('nats', () => (bus.connected ? Promise.resolve() : Promise.reject(new Error('no connection'))));
  if (settings.databaseUrl !== '') {
    const database = app.get(DatabaseHealth, { strict: false });
    health.register('postgresql', () => database.check());
  }
  return health;
}
