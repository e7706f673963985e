import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { fixedClock, systemClock } from './clock.js';
import { EnvVar } from './env-var.js';
import type { Tier } from './node-identity.js';
import type { ServiceName, ServiceSettings } from './service-settings.js';

const TIERS: readonly Tier[] = ['district', 'street', 'community'];

/** The variables every service reads. An app's `environment.ts` extends it with its own. */
export class ServiceEnvironment {
  @EnvVar({
    description: 'Short stable name of this node, part of message subjects: lower-case letters, digits, hyphens.',
    default: 'district',
  })
  @Matches(/^[a-z0-9][a-z0-9-]{0,31}$/)
  NODE_ID: string;

  @EnvVar({ description: 'Tier of this node: district, street or community.', default: 'district' })
  @IsIn(TIERS)
  NODE_TIER: string;

  @EnvVar({ description: 'Area code prefix this node answers for, cut at a digit group (2, 4, 6, 9 or 12 digits).' })
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  TERRITORY: string;

  @EnvVar({
    description: "PostgreSQL connection string of the service's own role. The gateway has none.",
    secret: true,
    optional: true,
  })
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL?: string;

  @EnvVar({ description: 'Largest number of PostgreSQL connections of this process.', default: 10 })
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL_SIZE: number;

  @EnvVar({ description: 'NATS server, e.g. nats://nats:4222.' })
  @Matches(/^(nats|tls):\/\//)
  NATS_URL: string;

  @EnvVar({ description: 'NATS user of this service.', optional: true })
  @IsString()
  NATS_USER?: string;

  @EnvVar({ description: 'NATS password of this service.', secret: true, optional: true })
  @IsString()
  NATS_PASSWORD?: string;

  @EnvVar({
    description:
      'Monitoring address of the NATS server, e.g. http://nats:8222. With it the service checks at start that the server flushes to disk before it acknowledges.',
    optional: true,
  })
  @Matches(/^https?:\/\//)
  NATS_MONITOR_URL?: string;

  @EnvVar({ description: 'JetStream stream that carries events.', default: 'EVENTS' })
  @Matches(/^[A-Za-z0-9_-]+$/)
  EVENT_STREAM: string;

  @EnvVar({
    description:
      'Directory of the key files (field, blind index, bus, tokens). Never inside the database or its back-ups.',
  })
  @IsString()
  KEYS_DIRECTORY: string;

  @EnvVar({
    description: 'true accepts made-up people of province 99. Only for demonstrations and tests.',
    default: false,
  })
  DEMO: boolean;

  @EnvVar({ description: 'Fixes the calendar day (YYYY-MM-DD) for demonstrations and checks.', optional: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  TODAY?: string;
}

/** The settings of a service that runs alone, from its environment. */
export function serviceSettingsFromEnvironment(service: ServiceName, environment: ServiceEnvironment): ServiceSettings {
  const { NATS_USER, NATS_PASSWORD, NATS_MONITOR_URL, DATABASE_URL, TODAY } = environment;
  if (service !== 'gateway' && DATABASE_URL === undefined) {
    throw new Error(`DATABASE_URL is needed: the service ${service} keeps its records in PostgreSQL`);
  }
  return {
    service,
    node: { id: environment.NODE_ID, tier: environment.NODE_TIER as Tier, territory: environment.TERRITORY },
    clock: TODAY === undefined ? systemClock : fixedClock(TODAY),
    databaseUrl: DATABASE_URL ?? '',
    poolSize: environment.DATABASE_POOL_SIZE,
    natsUrl: environment.NATS_URL,
    ...(NATS_USER !== undefined && { natsUser: NATS_USER }),
    ...(NATS_PASSWORD !== undefined && { natsPassword: NATS_PASSWORD }),
    ...(NATS_MONITOR_URL !== undefined && { natsMonitorUrl: NATS_MONITOR_URL }),
    eventStream: environment.EVENT_STREAM,
    keysDirectory: environment.KEYS_DIRECTORY,
    demo: environment.DEMO,
  };
}
