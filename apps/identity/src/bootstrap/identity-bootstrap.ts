import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { normaliseScopes, type Role } from '#auth';
import { systemCaller } from '#observability';
import { UnitOfWork, type WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { normaliseUsername } from '../accounts/account.mapper.js';
import { AccountRepository } from '../accounts/account.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';

/** An account to be there after the start. */
export interface PlannedUser {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
}

/** What became of the first administrator. `password` is there only when it was made up just now: print it once. */
export interface AdminOutcome {
  readonly username: string;
  readonly created: boolean;
  readonly password?: string;
}

const ADMIN = 'admin';
const RANDOM_PASSWORD_BYTES = 15;

/** The accounts a fresh database needs before anybody can sign in. Repeating it changes nothing. */
@Injectable()
export class IdentityBootstrap {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /** The first administrator: all areas, no business data. An existing one keeps its password. */
  async ensureAdmin(password?: string): Promise<AdminOutcome> {
    const chosen = password ?? randomBytes(RANDOM_PASSWORD_BYTES).toString('base64url');
    const [created] = await this.ensureUsers([
      {
        username: ADMIN,
        displayName: '系统管理员',
        password: chosen,
        roles: ['system_admin', 'security_admin'],
        scopes: [''],
      },
    ]);
    if (created === undefined) return { username: ADMIN, created: false };
    return { username: ADMIN, created: true, ...(password === undefined ? { password: chosen } : {}) };
  }

  /** Creates the users that are missing and answers their names. The password policy is the caller's business here. */
  async ensureUsers(users: readonly PlannedUser[]): Promise<readonly string[]> {
    const known = await this.work.read(systemCaller('bootstrap'), async (tx) => {
      const names = users.map((user) => normaliseUsername(user.username));
      const rows = await tx.query<{ username: string }>('select username from account where username = any($1)', [
        names,
      ]);
      return new Set(rows.map((row) => row.username));
    });
    const missing = users.filter((user) => !known.has(normaliseUsername(user.username)));
    const hashed = await Promise.all(
      missing.map(async (user) => ({ user, hash: await this.hasher.hash(user.password) })),
    );
    if (hashed.length === 0) return [];
    await this.work.write({ context: bootstrapContext(), operation: 'identity.bootstrap' }, async (tx) => {
      for (const { user, hash } of hashed) await this.insert(tx, user, hash);
    });
    return missing.map((user) => normaliseUsername(user.username));
  }

  private async insert(tx: WriteTx, user: PlannedUser, passwordHash: string): Promise<void> {
    const account = {
      id: v7(),
      username: normaliseUsername(user.username),
      displayName: user.displayName,
      passwordHash,
      mustChangePassword: false,
      roles: user.roles,
      scopes: normaliseScopes(user.scopes),
      at: this.settings.clock.now(),
    };
    await this.accounts.insert(tx, account);
    await this.accounts.rememberPassword(tx, account.id, passwordHash, account.at);
    const details = { roles: account.roles, scopes: account.scopes };
    tx.audit({ action: 'identity.user.create', subjectKind: 'account', subjectId: account.id, details });
  }
}

function bootstrapContext() {
  return { caller: systemCaller('bootstrap'), correlationId: v7(), locale: 'zh-CN' as const };
}
