import type { CustomStrategy } from '@nestjs/microservices';
import type { ServiceSettings } from '#tier';
import type { CallAuthenticator } from './call-authenticator.js';

export interface RpcServerOptions {
  /** Default: the `TokenVerifier` of `#auth` over the settings' keys directory. */
  readonly authenticator?: CallAuthenticator;
}

/** The strategy for `app.connectMicroservice(createRpcServer(settings))`. */
export function createRpcServer(_settings: ServiceSettings, _options: RpcServerOptions = {}): CustomStrategy {
  throw new Error('not built');
}
