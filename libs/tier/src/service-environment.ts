import { IsInt, Matches, Max, Min } from 'class-validator';
import { EnvVar } from './env-var.js';
import { acceptsMadeUpPeople, clockOf, NodeEnvironment, nodeIdentityOf } from './node-environment.js';
import type { ServiceName, ServiceSettings } from './service-settings.js';

/** The variables of a service that runs alone. An app's `environment.ts` extends it with its own. */
export class ServiceEnvironment extends NodeEnvironment {
  @EnvVar({
    description: "PostgreSQL connection string of the service's own role. The gateway has none.",
    secret: true,
    optional: true,
  })
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;

  @EnvVar({ description: 'Largest number of PostgreSQL connections of this process; kpi opens two more.', default: 10 })
  @IsInt()
  @Min(2)
  @Max(200)
  XINQIAO_POOL_SIZE: number;
}

/** The settings of a service that runs alone, from its environment. */
export function serviceSettingsFromEnvironment(service: ServiceName, environment: ServiceEnvironment): ServiceSettings {
  const { DATABASE_URL } = environment;
  if (service !== 'gateway' && DATABASE_URL === undefined) {
    throw new Error(`DATABASE_URL is needed: the service ${service} keeps its records in PostgreSQL`);
  }
  return {
    ...nodeSettings(environment),
    service,
    databaseUrl: DATABASE_URL ?? '',
    poolSize: environment.XINQIAO_POOL_SIZE,
  };
}

/** What all services of one node share. */
export function nodeSettings(
  environment: NodeEnvironment,
): Omit<ServiceSettings, 'service' | 'databaseUrl' | 'poolSize'> {
  const { NATS_USER, NATS_PASSWORD, NATS_MONITOR_URL } = environment;
  return {
    node: nodeIdentityOf(environment),
    clock: clockOf(environment),
    natsUrl: environment.NATS_URL,
    ...(NATS_USER !== undefined && { natsUser: NATS_USER }),
    ...(NATS_PASSWORD !== undefined && { natsPassword: NATS_PASSWORD }),
    ...(NATS_MONITOR_URL !== undefined && { natsMonitorUrl: NATS_MONITOR_URL }),
    eventStream: environment.XINQIAO_EVENT_STREAM,
    keysDirectory: environment.XINQIAO_KEYS,
    demo: acceptsMadeUpPeople(environment),
  };
}
