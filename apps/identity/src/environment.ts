import { IsInt, IsString, Max, Min } from 'class-validator';
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

export function identityEnvironment(): IdentityEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(IdentityEnvironment, process.env);
}
