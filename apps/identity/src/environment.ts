import { IsString } from 'class-validator';
import { EnvVar, loadEnvironment, ServiceEnvironment } from '#tier';

/** What the identity service is told from outside when it runs alone. */
export class IdentityEnvironment extends ServiceEnvironment {
  @EnvVar({
    description: "The first administrator's password, used when there is no administrator yet. Default: a random one.",
    secret: true,
    optional: true,
  })
  @IsString()
  XINQIAO_ADMIN_PASSWORD?: string;
}

export function identityEnvironment(): IdentityEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(IdentityEnvironment, process.env);
}
