import type { MigrationInterface, QueryRunner } from 'typeorm';
import { areaPolicySql } from '#persistence';

/**
 * Residents. Numbers, telephones and addresses are sealed; blind indexes find the first two by exact value. The text columns
 * that are searched collate "C": comparing them is leakproof, so the indexes below serve a reader under row security too.
 */
export class CreatePersons1790000003000 implements MigrationInterface {
  readonly name = 'CreatePersons1790000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        county text collate "C" not null,
        id uuid not null,
        residence_org text collate "C" not null,
        registered_org text collate "C",
        name text collate "C" not null,
        pinyin text collate "C" not null,
        initials text collate "C" not null,
        sex text not null,
        birth_date date not null,
        death_date date,
        id_type text not null,
        -- Document number, telephone and address, sealed together.
        sealed bytea not null,
        id_number_index bytea,
        phone_index bytea,
        living_since date,
        ethnicity text,
        education text,
        marital_status text,
        employment text,
        -- Keyed digest of the imported row: the same row again changes nothing.
        import_digest bytea,
        version integer not null,
        recorded_at timestamptz not null default now(),
        constraint person_pkey primary key (id, county),
        constraint person_area check (residence_org ~ '^[1-9][0-9]{11}$' and county = left(residence_org, 6))
      )`);
    await runner.query(
      `create unique index person_id_number on person (id_number_index) where id_number_index is not null`,
    );
    await runner.query(`create index person_phone on person (phone_index) where phone_index is not null`);
    await runner.query(`create index person_residence on person (residence_org, id)`);
    await runner.query(`create index person_name on person (name, id)`);
    await runner.query(`create index person_pinyin on person (pinyin, id)`);
    await runner.query(`create index person_initials on person (initials, id)`);
    // An import compares people who have a number with those who have none.
    await runner.query(`create index person_unnumbered on person (name) where id_number_index is null`);
    for (const statement of areaPolicySql('person', 'residence_org')) await runner.query(statement);
    // Answers only which numbers are taken, in whatever area, and by which imported row: nothing about who holds them. The
    // scope is widened for this one look-up; an error in between ends the transaction, and the widened scope with it.
    await runner.query(`
      create function id_numbers_taken(wanted bytea[]) returns table (id_number_index bytea, import_digest bytea)
        language plpgsql volatile set search_path from current as $body$
      declare
        narrow text := coalesce(current_setting('app.scope', true), '');
      begin
        perform set_config('app.scope', '{""}', true);
        return query select p.id_number_index, p.import_digest from person p where p.id_number_index = any (wanted);
        perform set_config('app.scope', narrow, true);
      end $body$`);
    await runner.query(`
      create table reveal_quota (
        user_id text not null,
        day date not null,
        used integer not null,
        constraint reveal_quota_pkey primary key (user_id, day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reveal_quota');
    await runner.query('drop function id_numbers_taken(bytea[])');
    await runner.query('drop table person');
  }
}
