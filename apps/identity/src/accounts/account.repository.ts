import { Injectable } from '@nestjs/common';
import { REMEMBERED_PASSWORDS } from '#domain';
import type { Tx } from '#persistence';
import type { AccountChange, AccountRow, AccountSearch, ActorRow, NewAccount } from './account.row.js';

const COLUMNS = `a.id, a.username, a.display_name, a.password_hash, a.password_changed_at, a.must_change_password,
  a.roles, a.scopes, a.active, a.otp_secret, a.otp_last_step, a.otp_pending,
  a.otp_pending_at, a.last_login_at, a.version`;

/** Every area of the account lies within one of the areas $1. */
const GOVERNED = `not exists (
  select 1 from unnest(a.scopes) held where not exists (select 1 from unnest($1::text[]) mine where held ^@ mine))`;

/** Rows of accounts. */
@Injectable()
export class AccountRepository {
  async byUsername(tx: Tx, username: string): Promise<AccountRow | undefined> {
    const rows = await tx.query<AccountRow>(`select ${COLUMNS} from account a where a.username = $1`, [username]);
    return rows[0];
  }

  async byId(tx: Tx, id: string): Promise<AccountRow | undefined> {
    const rows = await tx.query<AccountRow>(`select ${COLUMNS} from account a where a.id = $1`, [id]);
    return rows[0];
  }

  /** The row as last committed, kept from changing until the transaction ends. */
  async holdUnchanged(tx: Tx, id: string): Promise<AccountRow | undefined> {
    const rows = await tx.query<AccountRow>(`select ${COLUMNS} from account a where a.id = $1 for share`, [id]);
    return rows[0];
  }

  async lock(tx: Tx, id: string): Promise<AccountRow | undefined> {
    const rows = await tx.query<AccountRow>(`select ${COLUMNS} from account a where a.id = $1 for update`, [id]);
    return rows[0];
  }

  /** Accounts within the areas, by user name, from behind `after`. */
  list(tx: Tx, areas: readonly string[], page: AccountSearch): Promise<AccountRow[]> {
    return tx.query<AccountRow>(
      `select ${COLUMNS} from account a
       where ${GOVERNED} and a.username > $2
         and ($3::text is null or strpos(a.username, lower($3)) > 0 or strpos(a.display_name, $3) > 0)
         and ($5::text is null or $5 = any(a.roles)) and ($6::boolean is null or a.active = $6)
         and ($7::text is null or exists (select 1 from unnest(a.scopes) held where held ^@ $7))
       order by a.username limit $4`,
      [areas, page.after, page.q ?? null, page.limit, page.role ?? null, page.active ?? null, page.org ?? null],
    );
  }

  /** Names only, of whichever area: for the auditor. */
  actors(tx: Tx, search: { ids: readonly string[]; q?: string; limit: number }): Promise<ActorRow[]> {
    return tx.query<ActorRow>(
      `select a.id, a.username, a.display_name from account a
       where a.id = any($1::uuid[])
          or ($2::text is not null and (strpos(a.username, lower($2)) > 0 or strpos(a.display_name, $2) > 0))
       order by a.username limit $3`,
      [search.ids, search.q ?? null, search.limit],
    );
  }

  async insert(tx: Tx, account: NewAccount): Promise<void> {
    await tx.query(
      `insert into account (id, username, display_name, password_hash, password_changed_at, must_change_password,
                            roles, scopes, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $5, $5)`,
      [
        account.id,
        account.username,
        account.displayName,
        account.passwordHash,
        account.at,
        account.mustChangePassword,
        account.roles,
        account.scopes,
      ],
    );
  }

  async change(tx: Tx, id: string, change: AccountChange, at: Date): Promise<void> {
    await tx.query(
      `update account set
         display_name = coalesce($2, display_name),
         password_hash = coalesce($3, password_hash),
         password_changed_at = case when $3::text is null then password_changed_at else $8 end,
         must_change_password = coalesce($4, must_change_password),
         roles = coalesce($5, roles), scopes = coalesce($6, scopes), active = coalesce($7, active),
         updated_at = $8, version = version + 1
       where id = $1`,
      [
        id,
        change.displayName ?? null,
        change.passwordHash ?? null,
        change.mustChangePassword ?? null,
        change.roles ?? null,
        change.scopes ?? null,
        change.active ?? null,
        at,
      ],
    );
  }

  /** A sign-in is no change of the account: the version stays. */
  async noteSignIn(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query('update account set last_login_at = $2 where id = $1', [id, at]);
  }

  async replaceHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.query('update account set password_hash = $2 where id = $1', [id, passwordHash]);
  }

  async passwordHistory(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ password_hash: string }>(
      'select password_hash from password_history where account_id = $1 order by changed_at desc limit $2',
      [id, REMEMBERED_PASSWORDS],
    );
    return rows.map((row) => row.password_hash);
  }

  async rememberPassword(tx: Tx, id: string, passwordHash: string, at: Date): Promise<void> {
    await tx.query(
      `insert into password_history (account_id, changed_at, password_hash) values ($1, $2, $3)
       on conflict (account_id, changed_at) do nothing`,
      [id, at, passwordHash],
    );
    await tx.query(
      `delete from password_history where account_id = $1 and changed_at not in (
         select changed_at from password_history where account_id = $1 order by changed_at desc limit $2)`,
      [id, REMEMBERED_PASSWORDS],
    );
  }
}
