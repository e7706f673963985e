import { IsInt, IsString, Max, Min } from 'class-validator';
import { EnvVar, loadEnvironment, ServiceEnvironment } from '#tier';

/** What the gateway is told from outside when it runs alone. */
export class GatewayEnvironment extends ServiceEnvironment {
  @EnvVar({ description: 'Address the gateway listens on.', default: '127.0.0.1' })
  @IsString()
  HOST: string;

  @EnvVar({ description: 'Port the gateway listens on.', default: 8080 })
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT: number;

  @EnvVar({
    description: 'Addresses or networks of proxies in front, comma separated: their X-Forwarded-For is believed.',
    default: '',
  })
  @IsString()
  TRUSTED_PROXIES: string;
}

export function gatewayEnvironment(): GatewayEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(GatewayEnvironment, process.env);
}
