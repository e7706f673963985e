import { areaPolicySql } from '#persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case file with its current state, consent decisions, examinations, the copy of residents and the name search.
 * `smi_case` is updated by every visit: none of the columns a visit changes is indexed, and the page keeps room, so that
 * the update stays on its page (HOT). Areas are compared byte by byte (collation C) for prefix ranges.
 */
export class CreateCase1763900000100 implements MigrationInterface {
  name = 'CreateCase1763900000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table smi_case (
        id uuid not null,
        county text collate "C" not null check (county ~ '^[0-9]{6}$'),
        org text collate "C" not null check (org ~ '^[0-9]{12}$' and left(org, 6) = county),
        person_id uuid not null,
        case_no text collate "C" not null,
        diagnosis text not null,
        diagnosis_group text not null,
        secondary_diagnosis text,
        psychotic_symptoms boolean,
        report_type text not null check (report_type in ('onset_report', 'required_registration')),
        diagnosed_on date not null,
        file_built_on date not null,
        first_onset text,
        first_treated text,
        guardian_relation text,
        guardian bytea,
        article30 boolean not null,
        in_rehabilitation boolean not null default false,
        guardianship_group boolean not null default false,
        consent_decision text check (consent_decision in ('agreed', 'declined')),
        consent_on date,
        consent_signer text check (consent_signer in ('self', 'guardian')),
        consent_reask_on date,
        exams date[] not null default '{}',
        sealed_name text not null,
        sex text not null,
        birth_date date,
        residence_org text,
        person_died_on date,
        status text not null
          check (status in ('registered', 'lost', 'in_hospital', 'transferred_out', 'dead', 'cancelled')),
        stability smallint check (stability between 1 and 3),
        risk_level smallint check (risk_level between 0 and 5),
        last_visit_on date,
        step text not null default 'none' check (step in ('none', 'two_week_revisit', 'one_month_visit')),
        failed_attempts date[] not null default '{}',
        confinement_seen boolean not null default false,
        offence_seen boolean not null default false,
        joint_visit_factors text[] not null default '{}',
        next_due_on date,
        open_actions text[] not null default '{}',
        actions_on date,
        checks jsonb not null default '[]',
        death_date date,
        lost_on date,
        closed_on date,
        content_digest bytea not null,
        version integer not null,
        created_at timestamptz not null,
        created_by text not null,
        updated_at timestamptz not null,
        primary key (id, county)
      ) with (fillfactor = 80)`);
    await runner.query(`create unique index smi_case_no on smi_case (case_no, county)`);
    await runner.query(`create index smi_case_list on smi_case (org, case_no, id)`);
    await runner.query(`create index smi_case_person on smi_case (person_id, county)`);
    await runner.query(`
      create unique index smi_case_active_person on smi_case (person_id, county)
      where status in ('registered', 'lost', 'in_hospital')`);
    await runner.query(`create index smi_case_unnamed on smi_case (person_id) where sealed_name = ''`);
    for (const sql of areaPolicySql('smi_case', 'org')) await runner.query(sql);

    await runner.query(`
      create table consent (
        id uuid not null,
        county text collate "C" not null,
        case_id uuid not null,
        org text collate "C" not null,
        decision text not null check (decision in ('agreed', 'declined')),
        signed_on date not null,
        signer text not null check (signer in ('self', 'guardian')),
        reask_on date,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (case_id, id, county),
        foreign key (case_id, county) references smi_case (id, county)
      )`);
    for (const sql of areaPolicySql('consent', 'org')) await runner.query(sql);

    await runner.query(`
      create table exam (
        id uuid not null,
        county text collate "C" not null,
        case_id uuid not null,
        org text collate "C" not null,
        examined_on date not null,
        refused boolean not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (case_id, id, county),
        foreign key (case_id, county) references smi_case (id, county)
      )`);
    for (const sql of areaPolicySql('exam', 'org')) await runner.query(sql);

    // Names stay ciphertext; the search compares keyed hashes of their parts and of their pinyin.
    await runner.query(`
      create table case_search (
        case_id uuid not null,
        county text collate "C" not null,
        org text collate "C" not null,
        tokens integer[] not null,
        primary key (case_id, county),
        foreign key (case_id, county) references smi_case (id, county)
      )`);
    await runner.query(`create index case_search_tokens on case_search using gin (tokens)`);
    for (const sql of areaPolicySql('case_search', 'org')) await runner.query(sql);

    await runner.query(`
      create table person_copy (
        person_id uuid not null,
        county text collate "C" not null,
        org text collate "C" not null,
        sealed_profile text not null,
        version integer not null,
        primary key (person_id, county)
      )`);
    for (const sql of areaPolicySql('person_copy', 'org')) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['person_copy', 'case_search', 'exam', 'consent', 'smi_case']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
