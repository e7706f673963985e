import { areaPolicySql } from '#persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Copies of what indicators look at: case files and visits, and per case, unit and year the report months it counts in.
 * All three are tables of people, under row security by their unit.
 */
export class CreateSubjects1763910000100 implements MigrationInterface {
  name = 'CreateSubjects1763910000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table smi_subject (
        county text collate "C" not null check (county ~ '^[0-9]{6}$'),
        case_id uuid not null,
        version integer not null,
        org text collate "C" not null check (org ~ '^[0-9]{12}$'),
        person_id uuid not null,
        case_no text not null,
        -- Units by version of the case: [{"first": 1, "last": 3, "org": "…", "from": "2026-01-01"}]
        org_runs jsonb not null,
        all_orgs text[] collate "C" not null,
        diagnosis_group text not null,
        file_built_on date not null,
        status text not null,
        consent_decision text,
        consent_on date,
        article30 boolean not null,
        next_due_on date,
        death_date date,
        lost_on date,
        closed_on date,
        in_rehabilitation boolean not null,
        guardianship_group boolean not null,
        exams date[] not null,
        risk_level smallint,
        stability smallint,
        sealed_name text not null,
        evaluated_on date not null,
        next_change_on date not null,
        rules_version integer not null,
        primary key (county, case_id)
      ) with (fillfactor = 85)`);
    await runner.query('create index smi_subject_case on smi_subject (case_id)');
    await runner.query('create index smi_subject_org on smi_subject (org, case_id)');
    await runner.query('create index smi_subject_moved on smi_subject (case_id) where cardinality(all_orgs) > 1');
    await runner.query('create index smi_subject_next_change on smi_subject (next_change_on)');
    await runner.query(`
      create table smi_visit (
        county text collate "C" not null,
        follow_up_id uuid not null,
        version integer not null,
        case_id uuid not null,
        org text collate "C" not null check (org ~ '^[0-9]{12}$'),
        visited_on date not null,
        kind text not null check (kind in ('visit', 'attempt', 'loss', 'death')),
        complete boolean not null,
        form smallint not null,
        contacts smallint[] not null,
        in_hospital boolean not null,
        adherence smallint,
        stability smallint,
        minor_disturbance smallint not null,
        public_order smallint not null,
        crime smallint not null,
        rehabilitation boolean not null,
        due_on_before date,
        next_due_on date,
        primary key (county, follow_up_id)
      )`);
    await runner.query('create index smi_visit_case on smi_visit (case_id)');
    await runner.query(`
      create table smi_membership (
        county text collate "C" not null,
        org text collate "C" not null check (org ~ '^[0-9]{12}$'),
        year smallint not null,
        case_id uuid not null,
        -- One mask a report month; bit = slot of the indicator (libs/domain SMI_INDICATORS).
        numerators integer[] not null check (cardinality(numerators) = 12),
        denominators integer[] not null check (cardinality(denominators) = 12),
        due_met smallint[] not null check (cardinality(due_met) = 12),
        due_all smallint[] not null check (cardinality(due_all) = 12),
        primary key (county, org, year, case_id)
      ) with (fillfactor = 85)`);
    await runner.query('create index smi_membership_case on smi_membership (case_id)');
    await runner.query('create index smi_membership_org on smi_membership (org, year, case_id)');
    for (const table of ['smi_subject', 'smi_visit', 'smi_membership']) {
      for (const statement of areaPolicySql(table, 'org')) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['smi_membership', 'smi_visit', 'smi_subject']) await runner.query(`drop table ${table}`);
  }
}
