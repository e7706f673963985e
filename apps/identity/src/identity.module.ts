import { Module, type DynamicModule } from '@nestjs/common';
import { TokenIssuer, type Role } from '#auth';
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
import { MarkPublished1763900000150 } from './migrations/1763900000150-mark-published.js';
import { CreateSecondFactor1763900000200 } from './migrations/1763900000200-create-second-factor.js';
import { ChangePasswordUseCase } from './passwords/change-password.use-case.js';
import { NewPassword } from './passwords/new-password.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { DeleteSavedViewUseCase, PutSavedViewUseCase } from './saved-views/change-saved-view.use-case.js';
import { SavedViewHandler } from './saved-views/saved-view.handler.js';
import { SavedViewRepository } from './saved-views/saved-view.repository.js';
import { EnrolOtpUseCase } from './second-factor/enrol-otp.use-case.js';
import { OneTimeCode } from './second-factor/one-time-code.js';
import { OTP_REQUIRED_ROLES, OtpPolicy } from './second-factor/otp-policy.js';
import { OtpHandler } from './second-factor/otp.handler.js';
import { OtpRepository } from './second-factor/otp.repository.js';
import { OwnAccount } from './second-factor/own-account.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { RemoveOtpUseCase } from './second-factor/remove-otp.use-case.js';
import { RenewRecoveryCodesUseCase } from './second-factor/renew-recovery-codes.use-case.js';
import { ResetOtpUseCase } from './second-factor/reset-otp.use-case.js';
import { SecondFactorWrite } from './second-factor/second-factor-write.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { AddressThrottle } from './sessions/address-throttle.js';
import { EndSessionUseCase } from './sessions/end-session.use-case.js';
import { IdentitySecret } from './sessions/identity-secret.js';
import { RefreshSessionUseCase } from './sessions/refresh-session.use-case.js';
import { SessionCleaner } from './sessions/session-cleaner.js';
import { SessionReadHandler } from './sessions/session-read.handler.js';
import { IDLE_MINUTES, SessionTokens, USUAL_IDLE_MINUTES } from './sessions/session-tokens.js';
import { SessionHandler } from './sessions/session.handler.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SignInGate } from './sessions/sign-in-gate.js';
import { SignInGuardRepository } from './sessions/sign-in-guard.repository.js';
import { SignInPlaceRepository } from './sessions/sign-in-place.repository.js';
import { SignInRecords, SignInUseCase } from './sessions/sign-in.use-case.js';

export { IdentityBootstrap } from './bootstrap/identity-bootstrap.js';
export { otpRequiredRoles } from './second-factor/otp-policy.js';

/** In order; the owner of the schema runs them before the service starts. */
export const IDENTITY_MIGRATIONS = [
  CreatePlatformTables1763900000000,
  CreateAccount1763900000100,
  MarkPublished1763900000150,
  CreateSecondFactor1763900000200,
];

const ACCOUNTS = [AccountRepository, CreateUserUseCase, UpdateUserUseCase, FindUsersQuery];
const PASSWORDS = [PasswordHasher, NewPassword, ChangePasswordUseCase];
const SESSIONS = [
  AddressThrottle,
  EndSessionUseCase,
  IdentitySecret,
  RefreshSessionUseCase,
  SessionCleaner,
  SessionRepository,
  SessionTokens,
  SignInGate,
  SignInGuardRepository,
  SignInPlaceRepository,
  SignInRecords,
  SignInUseCase,
];
const SECOND_FACTOR = [
  EnrolOtpUseCase,
  OneTimeCode,
  OtpPolicy,
  OtpRepository,
  OwnAccount,
  RecoveryCodes,
  RemoveOtpUseCase,
  RenewRecoveryCodesUseCase,
  ResetOtpUseCase,
  SecondFactor,
  SecondFactorWrite,
];
const SAVED_VIEWS = [DeleteSavedViewUseCase, PutSavedViewUseCase, SavedViewRepository];

/** What only the identity service is told from outside. */
export interface IdentityOptions {
  /** Users with one of these roles must have a second factor. Default: none. */
  readonly otpRequiredRoles?: readonly Role[];
  /** Minutes after which a session nobody uses is over. Default: 30. */
  readonly idleMinutes?: number;
}

/** Wiring only. */
@Module({})
export class IdentityModule {
  static forRoot(settings: ServiceSettings, options: IdentityOptions = {}): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      imports: [
        PersistenceModule.forService(settings, { entities: [], migrations: IDENTITY_MIGRATIONS }),
        MessagingModule.forService(settings),
      ],
      controllers: [SessionHandler, SessionReadHandler, OtpHandler, SavedViewHandler, UserHandler],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: OTP_REQUIRED_ROLES, useValue: options.otpRequiredRoles ?? [] },
        { provide: IDLE_MINUTES, useValue: options.idleMinutes ?? USUAL_IDLE_MINUTES },
        { provide: TokenIssuer, useFactory: () => new TokenIssuer(settings).prepare() },
        ...ACCOUNTS,
        ...PASSWORDS,
        ...SESSIONS,
        ...SECOND_FACTOR,
        ...SAVED_VIEWS,
        IdentityBootstrap,
      ],
      exports: [SERVICE_SETTINGS, IdentityBootstrap],
    };
  }
}
