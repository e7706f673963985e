import { IsInt, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  clockOf,
  EnvVar,
  loadEnvironment,
  NodeEnvironment,
  nodeSettings,
  type Clock,
  type EnvironmentSource,
  type ServiceSettings,
} from '#tier';

/** What one node in one process is told from outside (design/api.md, "Running and health"). */
export class AllInOneEnvironment extends NodeEnvironment {
  @EnvVar({
    description: "Connection string of a PostgreSQL administrator, who makes the services' roles and schemas.",
    secret: true,
  })
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL: string;

  @EnvVar({ description: 'Address the gateway listens on.', default: '127.0.0.1' })
  @IsString()
  HOST: string;

  @EnvVar({ description: 'Port the gateway listens on.', default: 8080 })
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number;

  @EnvVar({
    description: "First administrator's password; a random one is made and shown when left out.",
    secret: true,
    optional: true,
  })
  @MinLength(8)
  @MaxLength(64)
  XINQIAO_ADMIN_PASSWORD?: string;

  @EnvVar({
    description:
      'Roles whose users must have a second factor (one-time codes), comma separated, e.g. `system_admin,security_admin,audit_admin,health_bureau,district_official`. Until one is enrolled such a user reaches nothing but their own account.',
    default: '',
  })
  @IsString()
  XINQIAO_OTP_REQUIRED_ROLES: string;

  @EnvVar({
    description:
      'Minutes after which a session is over that nobody has used. What a page asks for by itself does not count as use.',
    default: 30,
  })
  @IsInt()
  @Min(5)
  @Max(480)
  XINQIAO_SESSION_IDLE_MINUTES: number;
}

/** The environment in the terms of the program. */
export interface NodeConfiguration {
  readonly variables: AllInOneEnvironment;
  readonly clock: Clock;
  /** What all services of the node share. */
  readonly shared: Omit<ServiceSettings, 'service' | 'databaseUrl' | 'poolSize'>;
}

/** Reads and checks the variables; nothing else of the program looks at them. */
export function readConfiguration(source: EnvironmentSource): NodeConfiguration {
  const variables = loadEnvironment(AllInOneEnvironment, source);
  return { variables, clock: clockOf(variables), shared: nodeSettings(variables) };
}
