import { Module, type DynamicModule } from '@nestjs/common';
import { TokenIssuer } from '#auth';
import { MessagingModule } from '#messaging';
import { PersistenceModule } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { AccountRepository } from './accounts/account.repository.js';
import { CreateUserUseCase } from './accounts/create-user.use-case.js';
import { FindUsersQuery } from './accounts/find-users.query.js';
import { UpdateUserUseCase } from './accounts/update-user.use-case.js';
import { UserHandler } from './accounts/user.handler.js';
import { IdentityBootstrap } from './bootstrap/identity-bootstrap.js';
import { CreatePlatformTables1763900000000 } from './migrations/1763900000000-create-platform-tables.js';
import { CreateAccount1763900000100 } from './migrations/1763900000100-create-account.js';
import { ChangePasswordUseCase } from './passwords/change-password.use-case.js';
import { NewPassword } from './passwords/new-password.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { AddressThrottle } from './sessions/address-throttle.js';
import { EndSessionUseCase } from './sessions/end-session.use-case.js';
import { IdentitySecret } from './sessions/identity-secret.js';
import { OneTimeCode } from './sessions/one-time-code.js';
import { RefreshSessionUseCase } from './sessions/refresh-session.use-case.js';
import { SessionCleaner } from './sessions/session-cleaner.js';
import { SessionReadHandler } from './sessions/session-read.handler.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { SessionHandler } from './sessions/session.handler.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SignInGate, SignInUseCase } from './sessions/sign-in.use-case.js';
import { SignInGuardRepository } from './sessions/sign-in-guard.repository.js';

export { IdentityBootstrap } from './bootstrap/identity-bootstrap.js';

/** In order; the owner of the schema runs them before the service starts. */
export const IDENTITY_MIGRATIONS = [CreatePlatformTables1763900000000, CreateAccount1763900000100];

const ACCOUNTS = [AccountRepository, CreateUserUseCase, UpdateUserUseCase, FindUsersQuery];
const PASSWORDS = [PasswordHasher, NewPassword, ChangePasswordUseCase];
const SESSIONS = [
  AddressThrottle,
  EndSessionUseCase,
  IdentitySecret,
  OneTimeCode,
  RefreshSessionUseCase,
  SessionCleaner,
  SessionRepository,
  SessionTokens,
  SignInGate,
  SignInGuardRepository,
  SignInUseCase,
];

/** Wiring only. */
@Module({})
export class IdentityModule {
  static forRoot(settings: ServiceSettings): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: IDENTITY_MIGRATIONS }),
        MessagingModule.forService(settings),
      ],
      controllers: [SessionHandler, SessionReadHandler, UserHandler],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: TokenIssuer, useFactory: () => new TokenIssuer(settings).prepare() },
        ...ACCOUNTS,
        ...PASSWORDS,
        ...SESSIONS,
        IdentityBootstrap,
      ],
      exports: [SERVICE_SETTINGS, IdentityBootstrap],
    };
  }
}
