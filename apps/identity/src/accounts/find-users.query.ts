import { Inject, Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  DomainError,
  type FindActorsRequest,
  type FindActorsResponseSchema,
  type ListUsersRequest,
  type ListUsersResponseSchema,
  type UserSchema,
} from '#contracts';
import { normaliseScope } from '#domain';
import type { CallContext } from '#observability';
import { UnitOfWork, type Tx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { IdentitySecret } from '../sessions/identity-secret.js';
import { SignInGuardRepository } from '../sessions/sign-in-guard.repository.js';
import { userOf } from './account.mapper.js';
import { AccountRepository } from './account.repository.js';
import type { AccountRow, AccountSearch } from './account.row.js';
import { governs } from './grant.rules.js';

const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;
const CURSOR_PREFIX = 'user:';

/** Two names a row of the longest page of the audit trail. */
const MOST_ACTORS = 400;
const ACTORS_OFFERED = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type User = MessageInitShape<typeof UserSchema>;

/** Accounts as administrators see them: those whose areas lie within their own. */
@Injectable()
export class FindUsersQuery {
  constructor(
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
    private readonly work: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly guard: SignInGuardRepository,
    private readonly secret: IdentitySecret,
  ) {}

  get(id: string, context: CallContext): Promise<User> {
    return this.work.read(context.caller, async (tx) => {
      const account = await this.accounts.byId(tx, id);
      if (account === undefined || !governs(context.caller, account)) throw new DomainError('COMMON.NOT_FOUND');
      const [user] = await this.withLocks(tx, [account]);
      if (user === undefined) throw new DomainError('COMMON.NOT_FOUND');
      return user;
    });
  }

  list(request: ListUsersRequest, context: CallContext): Promise<MessageInitShape<typeof ListUsersResponseSchema>> {
    const limit = request.limit === 0 ? DEFAULT_LIMIT : Math.min(Math.max(request.limit, 1), MAX_LIMIT);
    const after = positionOf(request.cursor);
    return this.work.read(context.caller, async (tx) => {
      const search = { ...filterOf(request), after, limit: limit + 1 };
      const rows = await this.accounts.list(tx, context.caller.scopes, search);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await this.withLocks(tx, page),
        ...(rows.length > limit && last !== undefined ? { nextCursor: cursorAt(last.username) } : {}),
      };
    });
  }

  /** Names behind ids, or of accounts whose name holds a text. Passwords and rights of others are not the auditor's business. */
  async actors(
    request: FindActorsRequest,
    context: CallContext,
  ): Promise<MessageInitShape<typeof FindActorsResponseSchema>> {
    const ids = request.ids.filter((id) => UUID.test(id)).slice(0, MOST_ACTORS);
    const q = request.q?.trim() ?? '';
    const search = q === '' ? { ids, limit: MOST_ACTORS } : { ids, q, limit: ACTORS_OFFERED };
    const rows = await this.work.read(context.caller, (tx) => this.accounts.actors(tx, search));
    return { items: rows.map(({ id, username, display_name }) => ({ id, username, displayName: display_name })) };
  }

  private async withLocks(tx: Tx, accounts: readonly AccountRow[]): Promise<User[]> {
    const now = this.settings.clock.now();
    const keys = accounts.map((account) => this.secret.of('sign-in-name', account.username));
    const locked = await this.guard.lockedAmong(tx, keys, now);
    return accounts.map((account, i) => userOf(account, locked.has(keys[i]?.toString('hex') ?? ''), now));
  }
}

function filterOf({ q, role, state, org }: ListUsersRequest): Pick<AccountSearch, 'q' | 'role' | 'active' | 'org'> {
  return {
    ...(q === undefined ? {} : { q }),
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { active: state === 'active' }),
    ...(org === undefined ? {} : { org: normaliseScope(org) }),
  };
}

/** Behind which user name a page begins; the prefix tells our cursors from others'. */
function cursorAt(username: string): string {
  return Buffer.from(CURSOR_PREFIX + username, 'utf8').toString('base64url');
}

function positionOf(cursor: string): string {
  if (cursor === '') return '';
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const username = text.slice(CURSOR_PREFIX.length);
  if (cursorAt(username) === cursor && !username.includes('\0')) return username;
  throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'cursor', code: 'FIELD.INVALID' }] });
}
