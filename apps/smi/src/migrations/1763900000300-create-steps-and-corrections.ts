import { areaPolicySql } from '#persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happens to a case between its records, the superseded versions of corrected records, and how often somebody looked at
 * clear values today. Free texts are one sealed column; `details` holds codes and areas only.
 */
export class CreateStepsAndCorrections1763900000300 implements MigrationInterface {
  name = 'CreateStepsAndCorrections1763900000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_step (
        id uuid not null,
        county text collate "C" not null,
        case_id uuid not null,
        org text collate "C" not null,
        kind text not null check (kind in ('action', 'discharge', 'transfer', 'cancel')),
        happened_on date not null,
        details jsonb not null,
        texts bytea,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (case_id, id, county),
        foreign key (case_id, county) references smi_case (id, county)
      )`);
    for (const sql of areaPolicySql('case_step', 'org')) await runner.query(sql);

    // A row a version above the first: what that version replaced, and why. Rows are added, never changed.
    await runner.query(`
      create table follow_up_correction (
        follow_up_id uuid not null,
        county text collate "C" not null,
        version integer not null check (version > 1),
        case_id uuid not null,
        org text collate "C" not null,
        cause text not null check (cause in ('correction', 're_evaluation')),
        reason bytea,
        before jsonb not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (follow_up_id, version, county),
        foreign key (follow_up_id, county) references follow_up (id, county)
      )`);
    for (const sql of areaPolicySql('follow_up_correction', 'org')) await runner.query(sql);

    await runner.query(`
      create table reveal_quota (
        user_id text not null,
        day date not null,
        used integer not null,
        constraint reveal_quota_pkey primary key (user_id, day)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reveal_quota', 'follow_up_correction', 'case_step']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
