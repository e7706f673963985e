import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { isIsoDate } from '#domain';
import {
  EnvironmentError,
  EnvVar,
  fixedClock,
  loadEnvironment,
  systemClock,
  type Clock,
  type EnvironmentSource,
  type NodeIdentity,
  type Tier,
} from '#tier';

/** What one node in one process is told from outside (design/api.md, "Running and health"). */
export class NodeEnvironment {
  @EnvVar({
    description: "Connection string of a PostgreSQL administrator, who makes the services' roles and schemas.",
    secret: true,
  })
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL: string;

  @EnvVar({ description: 'NATS server, e.g. nats://127.0.0.1:4222.' })
  @Matches(/^(nats|tls):\/\//)
  NATS_URL: string;

  @EnvVar({ description: 'NATS user.', optional: true })
  @IsString()
  NATS_USER?: string;

  @EnvVar({ description: 'NATS password.', secret: true, optional: true })
  @IsString()
  NATS_PASSWORD?: string;

  @EnvVar({ description: 'Monitoring address of the NATS server, e.g. http://127.0.0.1:8222.', optional: true })
  @Matches(/^https?:\/\//)
  NATS_MONITOR_URL?: string;

  @EnvVar({ description: 'Folder of the key files. Never inside the database or its back-ups.' })
  @IsString()
  KEYS_DIRECTORY: string;

  @EnvVar({ description: 'Address the gateway listens on.', default: '127.0.0.1' })
  @IsString()
  HOST: string;

  @EnvVar({ description: 'Port the gateway listens on.', default: 8080 })
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number;

  @EnvVar({ description: 'Name of this node: up to 32 small letters, digits and hyphens.', default: 'district' })
  @Matches(/^[a-z0-9][a-z0-9-]{0,31}$/)
  XINQIAO_NODE: string;

  @EnvVar({ description: 'Tier of this node: district, street or community.', default: 'district' })
  @IsIn(['district', 'street', 'community'] satisfies Tier[])
  XINQIAO_TIER: string;

  @EnvVar({
    description: 'Area code prefix this node answers for: 2, 4, 6, 9 or 12 digits; everything when left out.',
    optional: true,
  })
  @Matches(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  XINQIAO_TERRITORY?: string;

  @EnvVar({
    description: "First administrator's password; a random one is made and shown when left out.",
    secret: true,
    optional: true,
  })
  @MinLength(8)
  @MaxLength(64)
  XINQIAO_ADMIN_PASSWORD?: string;

  @EnvVar({
    description: 'Fixes the calendar day (YYYY-MM-DD) for demonstrations and checks; refused in production.',
    optional: true,
  })
  @IsString()
  XINQIAO_CLOCK?: string;

  @EnvVar({ description: '"production" refuses made-up people (province 99) and a fixed day.', default: 'development' })
  @IsString()
  NODE_ENV: string;
}

/** The environment in the terms of the program. */
export interface NodeConfiguration {
  readonly variables: NodeEnvironment;
  readonly node: NodeIdentity;
  readonly clock: Clock;
  /** Province 99, which no real person can have, is accepted outside production only. */
  readonly demo: boolean;
}

/** Reads and checks the variables; nothing else of the program looks at them. */
export function readConfiguration(source: EnvironmentSource): NodeConfiguration {
  const variables = loadEnvironment(NodeEnvironment, source);
  const production = variables.NODE_ENV === 'production';
  return {
    variables,
    node: {
      id: variables.XINQIAO_NODE,
      tier: variables.XINQIAO_TIER as Tier,
      territory: variables.XINQIAO_TERRITORY ?? '',
    },
    clock: clockOf(variables.XINQIAO_CLOCK, production),
    demo: !production,
  };
}

function clockOf(today: string | undefined, production: boolean): Clock {
  if (today === undefined) return systemClock;
  if (production) throw new EnvironmentError(['XINQIAO_CLOCK is refused when NODE_ENV is production']);
  if (!isIsoDate(today)) throw new EnvironmentError(['XINQIAO_CLOCK must be a day, YYYY-MM-DD']);
  return fixedClock(today);
}
