import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { fixedClock, systemClock, type Clock } from './clock.js';
import { EnvVar } from './env-var.js';
import { EnvironmentError } from './load-environment.js';
import type { NodeIdentity, Tier } from './node-identity.js';

const TIERS: readonly Tier[] = ['district', 'street', 'community'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How a process reaches the bus. */
export class BusEnvironment {
  @EnvVar({ description: 'NATS server, e.g. nats://nats:4222.' })
  @Matches(/^(nats|tls):\/\//)
  NATS_URL: string;

  @EnvVar({ description: 'NATS user of this process.', optional: true })
  @IsString()
  NATS_USER?: string;

  @EnvVar({ description: 'NATS password of this process.', secret: true, optional: true })
  @IsString()
  NATS_PASSWORD?: string;

  @EnvVar({ description: 'JetStream stream that carries events.', default: 'EVENTS' })
  @Matches(/^[A-Za-z0-9_-]+$/)
  XINQIAO_EVENT_STREAM: string;
}

/** The variables every process of a node reads, whether it runs one service or all of them. */
export class NodeEnvironment extends BusEnvironment {
  @EnvVar({
    description: 'Short stable name of this node, part of message subjects: lower-case letters, digits, hyphens.',
    default: 'district',
  })
  @Matches(/^[a-z0-9][a-z0-9-]{0,31}$/)
  XINQIAO_NODE: string;

  @EnvVar({ description: 'Tier of this node: district, street or community.', default: 'district' })
  @IsIn(TIERS)
  XINQIAO_TIER: string;

  @EnvVar({
    description: 'Area code prefix this node answers for: 2, 4, 6, 9 or 12 digits; everything when left out.',
    optional: true,
  })
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  XINQIAO_TERRITORY?: string;

  @EnvVar({
    description:
      'Monitoring address of the NATS server, e.g. http://nats:8222. With it a service checks at start that the server flushes to disk before it acknowledges.',
    optional: true,
  })
  @Matches(/^https?:\/\//)
  NATS_MONITOR_URL?: string;

  @EnvVar({
    description:
      'Directory of the key files (field, blind index, bus, tokens). Never inside the database or its back-ups.',
  })
  @IsString()
  XINQIAO_KEYS: string;

  @EnvVar({
    description: 'Fixes the calendar day (YYYY-MM-DD) for demonstrations and checks; refused in production.',
    optional: true,
  })
  @Matches(DAY)
  XINQIAO_CLOCK?: string;

  @EnvVar({ description: '"production" refuses made-up people (province 99) and a fixed day.', default: 'development' })
  @IsString()
  NODE_ENV: string;

  @EnvVar({
    description:
      'Port on 127.0.0.1 that answers /health/live and /health/ready, for the health check of a container; none when left out.',
    optional: true,
  })
  @IsInt()
  @Min(1)
  @Max(65_535)
  XINQIAO_HEALTH_PORT?: number;

  @EnvVar({ description: 'What is logged at least: fatal, error, warn, info, debug or trace.', default: 'info' })
  @IsIn(LOG_LEVELS)
  XINQIAO_LOG_LEVEL: string;
}

export function nodeIdentityOf(environment: NodeEnvironment): NodeIdentity {
  return {
    id: environment.XINQIAO_NODE,
    tier: environment.XINQIAO_TIER as Tier,
    territory: environment.XINQIAO_TERRITORY ?? '',
  };
}

/** Made-up people of province 99, which no real person can have, are accepted outside production only. */
export function acceptsMadeUpPeople(environment: NodeEnvironment): boolean {
  return environment.NODE_ENV !== 'production';
}

export function clockOf(environment: NodeEnvironment): Clock {
  const { XINQIAO_CLOCK: today, NODE_ENV } = environment;
  if (today === undefined) return systemClock;
  if (NODE_ENV === 'production') {
    throw new EnvironmentError(['XINQIAO_CLOCK is refused when NODE_ENV is production']);
  }
  const parsed = new Date(`${today}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== today) {
    throw new EnvironmentError(['XINQIAO_CLOCK must be a day, YYYY-MM-DD']);
  }
  return fixedClock(today);
}
