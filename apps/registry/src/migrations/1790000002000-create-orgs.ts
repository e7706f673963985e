import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dated org tree and population figures. Reference data: no row security. */
export class CreateOrgs1790000002000 implements MigrationInterface {
  readonly name = 'CreateOrgs1790000002000';

  async up(runner: QueryRunner): Promise<void> {
    // The code as an integer range lets GiST compare it with =, so no extension is needed for the exclusion.
    await runner.query(`
      create table org (
        county text collate "C" not null,
        code text collate "C" not null,
        valid_from date not null,
        valid_to date,
        name text not null,
        tier text not null,
        urban_rural text,
        parent text collate "C",
        version integer not null,
        recorded_at timestamptz not null default now(),
        constraint org_pkey primary key (county, code, valid_from),
        constraint org_code_form check (code ~ '^[1-9][0-9]{11}$' and county = left(code, 6)),
        constraint org_tier_known check (tier in ('district', 'street', 'community')),
        constraint org_urban_rural_community check (urban_rural is null or tier = 'community'),
        constraint org_period_forward check (valid_to is null or valid_to >= valid_from),
        constraint org_one_period_at_a_time exclude using gist (
          int8range(code::bigint, code::bigint, '[]') with &&,
          daterange(valid_from, valid_to, '[]') with &&
        )
      )`);
    await runner.query(`create index org_by_code on org (code, valid_from)`);
    await runner.query(`create index org_by_parent on org (parent, code)`);
    await runner.query(`
      create table population (
        org text collate "C" not null,
        year integer not null,
        resident integer not null,
        registered integer,
        version integer not null,
        recorded_at timestamptz not null default now(),
        constraint population_pkey primary key (org, year),
        constraint population_not_negative check (resident >= 0 and coalesce(registered, 0) >= 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table population');
    await runner.query('drop table org');
  }
}
