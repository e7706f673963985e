import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { RevocationList, ServiceTokenIssuer, TokenVerifier } from '#auth';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccessTokenGuard } from './access-token.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { PermissionGuard } from './permission.guard.js';

/** Who may enter: token, then permission. Guards are global; nothing depends on how a path is written. */
@Global()
@Module({
  imports: [PassportModule.register({ session: false })],
  providers: [
    RevocationList,
    {
      provide: TokenVerifier,
      useFactory: (settings: ServiceSettings, revocations: RevocationList) => new TokenVerifier(settings, revocations),
      inject: [SERVICE_SETTINGS, RevocationList],
    },
    {
      provide: ServiceTokenIssuer,
      useFactory: (settings: ServiceSettings) => new ServiceTokenIssuer(settings),
      inject: [SERVICE_SETTINGS],
    },
    AccessTokenStrategy,
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [TokenVerifier, ServiceTokenIssuer, RevocationList],
})
export class AccessModule {}
