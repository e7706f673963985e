import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageShape } from '@bufbuild/protobuf';
import { v7 } from 'uuid';
import { normaliseScopes } from '#auth';
import { CreateUserResponseSchema, DomainError, type CreateUserRequest } from '#contracts';
import { messageCodec, UniqueViolation, UnitOfWork, type WriteCall } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { NewPassword } from '../passwords/new-password.js';
import { normaliseUsername, userOf } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import { refuseGrant } from './grant.rules.js';
import { checkRoles, checkScopes, checkUser } from './user-fields.js';

/** A new account, with no more rights than its maker may hand out. */
@Injectable()
export class CreateUserUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly passwords: NewPassword,
  ) {}

  async execute(request: CreateUserRequest, call: WriteCall): Promise<MessageShape<typeof CreateUserResponseSchema>> {
    const username = normaliseUsername(request.username);
    const roles = checkRoles(request.roles);
    const scopes = normaliseScopes(checkScopes(request.scopes, this.settings.demo));
    const displayName = request.displayName.trim();
    checkUser({ username, displayName });
    const refused = refuseGrant(call.context.caller, roles, scopes);
    if (refused !== null) throw new DomainError(refused);
    const passwordHash = await this.passwords.hash(request.password, username, 'password');
    const account = { id: v7(), username, displayName, passwordHash, roles, scopes, at: this.settings.clock.now() };
    return this.store({ ...account, mustChangePassword: request.mustChangePassword }, call);
  }

  private async store(
    account: Parameters<AccountRepository['insert']>[1],
    call: WriteCall,
  ): Promise<MessageShape<typeof CreateUserResponseSchema>> {
    try {
      return await this.work.write(
        call,
        async (tx) => {
          await this.accounts.insert(tx, account);
          await this.accounts.rememberPassword(tx, account.id, account.passwordHash, account.at);
          const details = { roles: account.roles, scopes: account.scopes };
          tx.audit({ action: 'identity.user.create', subjectKind: 'account', subjectId: account.id, details });
          const row = await this.accounts.byId(tx, account.id);
          if (row === undefined) throw new Error('an account just inserted is gone');
          return create(CreateUserResponseSchema, { user: userOf(row, false, account.at) });
        },
        messageCodec(CreateUserResponseSchema),
      );
    } catch (error) {
      if (!(error instanceof UniqueViolation) || error.constraint !== 'account_username_key') throw error;
      throw new DomainError('IDENTITY.USER.NAME_TAKEN', {
        errors: [{ field: 'username', code: 'IDENTITY.USER.NAME_TAKEN' }],
        cause: error,
      });
    }
  }
}
