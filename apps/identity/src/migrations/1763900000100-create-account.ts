import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts, sessions and what guards them. Nothing here lets anybody sign in who reads it: passwords are argon2id hashes,
 * refresh tokens SHA-256 hashes of 256 random bits, names of failed sign-ins keyed hashes, one-time-code secrets sealed.
 */
export class CreateAccount1763900000100 implements MigrationInterface {
  name = 'CreateAccount1763900000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        username text collate "C" not null constraint account_username_key unique check (username = lower(username)),
        display_name text not null,
        password_hash text not null,
        password_changed_at timestamptz not null,
        must_change_password boolean not null default false,
        roles text[] not null,
        scopes text[] not null,
        active boolean not null default true,
        otp_secret bytea,
        otp_last_step bigint,
        last_login_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null default 1
      )`);
    await runner.query(`
      create table password_history (
        account_id uuid not null references account,
        changed_at timestamptz not null,
        password_hash text not null,
        primary key (account_id, changed_at)
      )`);
    await runner.query(`
      create table session (
        id uuid primary key,
        account_id uuid not null references account,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        end_reason text check (end_reason in ('logout', 'reuse', 'password', 'deactivated')),
        check ((ended_at is null) = (end_reason is null))
      )`);
    await runner.query('create index session_account_idx on session (account_id) where ended_at is null');
    await runner.query('create index session_expires_idx on session (expires_at)');
    await runner.query(`
      create table refresh_token (
        hash bytea primary key,
        session_id uuid not null references session on delete cascade,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        used_key_hash bytea,
        successor_hash bytea
      )`);
    await runner.query('create index refresh_token_session_idx on refresh_token (session_id)');
    await runner.query(`
      create table sign_in_guard (
        name_key bytea primary key,
        failures integer not null,
        last_failed_at timestamptz not null,
        locked_until timestamptz
      )`);
    await runner.query(`
      create table revocation (
        id uuid primary key,
        recorded_at timestamptz not null,
        session_id uuid,
        user_id uuid,
        not_before timestamptz not null,
        check (num_nonnulls(session_id, user_id) = 1)
      )`);
    await runner.query('create index revocation_recorded_idx on revocation (recorded_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['revocation', 'sign_in_guard', 'refresh_token', 'session', 'password_history', 'account']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
