import { IsString, Matches } from 'class-validator';
import { BusEnvironment, EnvVar, loadEnvironment } from '#tier';

/** What the job that makes the passwords is told. */
export class SecretsEnvironment {
  @EnvVar({
    description: 'Directory with one folder for each process of the node (postgres, nats, prepare, identity, …).',
    default: '/secrets',
  })
  @IsString()
  XINQIAO_SECRETS: string;
}

/** What the job that prepares roles, tables, keys and streams is told. */
export class PrepareEnvironment extends BusEnvironment {
  @EnvVar({
    description: "Connection string of a PostgreSQL administrator, who makes the services' roles and schemas.",
    secret: true,
  })
  @Matches(/^postgres(ql)?:\/\//)
  DATABASE_URL: string;

  @EnvVar({
    description: 'The directory of the passwords job; keys and connection strings go there too.',
    default: '/secrets',
  })
  @IsString()
  XINQIAO_SECRETS: string;
}

export function secretsEnvironment(): SecretsEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this job reads its environment
  return loadEnvironment(SecretsEnvironment, process.env);
}

export function prepareEnvironment(): PrepareEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this job reads its environment
  return loadEnvironment(PrepareEnvironment, process.env);
}
