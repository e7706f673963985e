import { Inject, Injectable } from '@nestjs/common';
import { create, type MessageShape } from '@bufbuild/protobuf';
import { normaliseScopes, type Role } from '#auth';
import { DomainError, toRestJson, UpdateUserResponseSchema, UserSchema, type UpdateUserRequest } from '#contracts';
import { messageCodec, UnitOfWork, type Tx, type WriteCall, type WriteTx } from '#persistence';
import type { Caller } from '#observability';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { NewPassword } from '../passwords/new-password.js';
import { IdentitySecret } from '../sessions/identity-secret.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SignInGuardRepository } from '../sessions/sign-in-guard.repository.js';
import { userOf } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import type { AccountChange, AccountRow } from './account.row.js';
import { governs, refuseGrant } from './grant.rules.js';
import { checkRoles, checkScopes, checkUser } from './user-fields.js';

type Answer = MessageShape<typeof UpdateUserResponseSchema>;

const CODEC = messageCodec(UpdateUserResponseSchema);

/** An account and the hashes of its passwords, newest first. */
interface Found {
  readonly account: AccountRow;
  readonly earlier: readonly string[];
}

/** Changes an account; rights taken away end at once, not when a token expires. */
@Injectable()
export class UpdateUserUseCase {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: NewPassword,
    private readonly guard: SignInGuardRepository,
    private readonly secret: IdentitySecret,
  ) {}

  async execute(request: UpdateUserRequest, call: WriteCall): Promise<Answer> {
    const change = this.read(request);
    const { caller } = call.context;
    const found = await this.work.read(caller, (tx) => this.load(tx, request.id));
    const first = await this.work.firstAnswer(call, CODEC);
    if (first !== undefined) return first;
    if (found === undefined || !governs(caller, found.account)) throw new DomainError('COMMON.NOT_FOUND');
    this.assertAllowed(caller, found, request, change);
    const full = { ...change, ...(await this.newPassword(request, found)) };
    const version = request.expectedVersion;
    return this.work.write(call, (tx) => this.apply(tx, { id: request.id, version, change: full }), CODEC);
  }

  private async newPassword({ password }: UpdateUserRequest, { account, earlier }: Found): Promise<AccountChange> {
    if (password === undefined) return {};
    const passwordHash = await this.passwords.hash(password, account.username, 'password', earlier);
    return { passwordHash, mustChangePassword: true };
  }

  private read(request: UpdateUserRequest): AccountChange {
    const displayName = request.displayName?.trim();
    const roles = request.roles === undefined ? undefined : checkRoles(request.roles.values);
    const scopes =
      request.scopes === undefined
        ? undefined
        : normaliseScopes(checkScopes(request.scopes.values, this.settings.demo));
    if (displayName !== undefined) checkUser({ displayName });
    return {
      ...(displayName === undefined ? {} : { displayName }),
      ...(roles === undefined ? {} : { roles }),
      ...(scopes === undefined ? {} : { scopes }),
      ...(request.active === undefined ? {} : { active: request.active }),
    };
  }

  private async load(tx: Tx, id: string): Promise<Found | undefined> {
    const account = await this.accounts.byId(tx, id);
    if (account === undefined) return undefined;
    return { account, earlier: [account.password_hash, ...(await this.accounts.passwordHistory(tx, id))] };
  }

  private assertAllowed(caller: Caller, { account }: Found, request: UpdateUserRequest, change: AccountChange): void {
    const rights = change.roles !== undefined || change.scopes !== undefined || change.active !== undefined;
    if (account.id === caller.id && rights) throw new DomainError('IDENTITY.USER.NOT_YOURSELF');
    // One's own goes by the old password only: a stolen session must not be enough.
    if (account.id === caller.id && request.password !== undefined)
      throw new DomainError('IDENTITY.PASSWORD.NOT_YOURSELF');
    // Whoever may not hand out what the account has may not touch it either: a new password would be a way in.
    const refused =
      refuseGrant(caller, account.roles as Role[], account.scopes) ??
      refuseGrant(caller, (change.roles ?? account.roles) as Role[], change.scopes ?? account.scopes);
    if (refused !== null) throw new DomainError(refused);
  }

  private async apply(tx: WriteTx, update: { id: string; version: number; change: AccountChange }): Promise<Answer> {
    const { id, version, change } = update;
    const held = await this.accounts.lock(tx, id);
    if (held === undefined || !governs(tx.caller, held)) throw new DomainError('COMMON.NOT_FOUND');
    const at = this.settings.clock.now();
    if (held.version !== version) throw stale(held, at);
    await this.accounts.change(tx, id, change, at);
    if (change.passwordHash !== undefined) await this.accounts.rememberPassword(tx, id, change.passwordHash, at);
    await this.revoke(tx, held, change, at);
    tx.audit({
      action: 'identity.user.update',
      subjectKind: 'account',
      subjectId: id,
      details: { fields: Object.keys(change), roles: change.roles, scopes: change.scopes, active: change.active },
    });
    const after = await this.accounts.byId(tx, id);
    if (after === undefined) throw new Error('an account just changed is gone');
    return create(UpdateUserResponseSchema, { user: userOf(after, false, at) });
  }

  private async revoke(tx: WriteTx, account: AccountRow, change: AccountChange, at: Date): Promise<void> {
    const { id } = account;
    // A reset also opens a locked name: the user has no other way back in.
    if (change.passwordHash !== undefined) await this.guard.clear(tx, this.secret.of('sign-in-name', account.username));
    if (change.active === false) await this.sessions.endAll(tx, id, 'deactivated', at);
    if (change.passwordHash !== undefined) await this.sessions.endAll(tx, id, 'password', at);
    if (change.roles !== undefined || change.scopes !== undefined) await this.sessions.revokeAccess(tx, id, at);
  }
}

function stale(account: AccountRow, at: Date): DomainError {
  return new DomainError('COMMON.VERSION_STALE', {
    context: toRestJson(UserSchema, create(UserSchema, userOf(account, false, at))),
  });
}
