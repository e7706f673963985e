import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enrolment of a second factor, recovery codes (keyed hashes), known places of sign-in (keyed hashes), saved filters. */
export class CreateSecondFactor1763900000200 implements MigrationInterface {
  name = 'CreateSecondFactor1763900000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add column otp_pending bytea,
        add column otp_pending_at timestamptz,
        add constraint account_otp_pending_check check ((otp_pending is null) = (otp_pending_at is null))`);
    await runner.query(`
      create table recovery_code (
        account_id uuid not null references account,
        code_hash bytea not null,
        created_at timestamptz not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      )`);
    await runner.query(`
      create table sign_in_place (
        account_id uuid not null references account,
        place_key bytea not null,
        last_at timestamptz not null,
        primary key (account_id, place_key)
      )`);
    await runner.query('create index sign_in_place_last_idx on sign_in_place (last_at)');
    await runner.query(`
      create table saved_view (
        account_id uuid not null references account,
        page text not null,
        name text not null,
        filter jsonb not null check (jsonb_typeof(filter) = 'object'),
        updated_at timestamptz not null,
        primary key (account_id, page, name)
      )`);
    await runner.query('alter table session drop constraint session_end_reason_check');
    await runner.query(`
      alter table session add constraint session_end_reason_check
        check (end_reason in ('logout', 'reuse', 'password', 'otp', 'deactivated'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update session set end_reason = 'password' where end_reason = 'otp'`);
    await runner.query('alter table session drop constraint session_end_reason_check');
    await runner.query(`
      alter table session add constraint session_end_reason_check
        check (end_reason in ('logout', 'reuse', 'password', 'deactivated'))`);
    for (const table of ['saved_view', 'sign_in_place', 'recovery_code']) await runner.query(`drop table ${table}`);
    await runner.query('alter table account drop column otp_pending, drop column otp_pending_at');
  }
}
