import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { RevocationList, ServiceTokenIssuer, TokenVerifier } from '#auth';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccessTokenGuard } from './access-token.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessRules } from './access-rules.js';
import { AuthController } from './auth.controller.js';
import { CsrfGuard } from './csrf.guard.js';
import { OtpController } from './otp.controller.js';
import { PermissionGuard } from './permission.guard.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { RateLimiter } from './rate-limit.js';
import { RevocationPoller } from './revocation-poller.js';
import { ServiceContext } from './service-context.js';
import { SessionCalls } from './session-calls.js';

/** Who may enter: token, then permission. Guards are global; nothing depends on how a path is written. */
@Global()
@Module({
  imports: [PassportModule.register({ session: false })],
  controllers: [AuthController, OtpController],
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
    AccessRules,
    RateLimiter,
    ServiceContext,
    SessionCalls,
    RevocationPoller,
    // In this order: who, from our own page, how often, whether allowed.
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
  exports: [TokenVerifier, RateLimiter, ServiceContext, RevocationPoller],
})
export class AccessModule {}
