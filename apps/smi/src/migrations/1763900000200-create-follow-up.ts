import { areaPolicySql } from '#persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The follow-up record 表1-8 (smi.md 3.3), one row a visit, attempt, loss or death. Free texts are one sealed column. */
export class CreateFollowUp1763900000200 implements MigrationInterface {
  name = 'CreateFollowUp1763900000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_up (
        id uuid not null,
        county text collate "C" not null,
        case_id uuid not null,
        org text collate "C" not null,
        kind text not null check (kind in ('visit', 'attempt', 'loss', 'death')),
        complete boolean not null,
        visited_on date not null,
        form smallint not null check (form between 1 and 3),
        contacts smallint[] not null,
        loss_reason smallint check (loss_reason between 1 and 5),
        death_date date,
        death_cause smallint,
        death_cause_detail smallint,
        risk_level smallint check (risk_level between 0 and 5),
        symptoms smallint[] not null,
        symptom_severity smallint,
        insight smallint,
        sleep smallint,
        diet smallint,
        self_care smallint,
        housework smallint,
        work smallint,
        study smallint,
        social smallint,
        minor_disturbance smallint,
        public_order smallint,
        crime smallint,
        other_harm smallint,
        self_harm smallint,
        suicide_attempt smallint,
        no_incident boolean,
        confinement smallint,
        hospitalisation smallint,
        last_discharge_on date,
        lab_tests smallint,
        adherence smallint,
        adverse_reaction smallint,
        adverse_severity smallint,
        effect smallint,
        physical_illness smallint,
        other_abnormality boolean,
        tending_to_stable boolean,
        pregnancy text,
        referral_made boolean,
        medications jsonb not null,
        medication_guidance jsonb not null,
        rehabilitation smallint[] not null,
        admission_refused boolean,
        joint_visit_factors text[] not null,
        leaving_district boolean,
        entered_stability smallint,
        entered_next_due_on date,
        texts bytea,
        stability smallint check (stability between 1 and 3),
        next_due_on date,
        due_on_before date,
        rules text[] not null,
        actions text[] not null,
        checks jsonb not null,
        content_digest bytea not null,
        version integer not null,
        recorded_at timestamptz not null,
        recorded_by text not null,
        primary key (id, county),
        foreign key (case_id, county) references smi_case (id, county)
      )`);
    // One record of a kind a case and day: stops two writers, and finds what an import has already brought.
    await runner.query(`create unique index follow_up_case_day on follow_up (case_id, visited_on, kind, county)`);
    for (const sql of areaPolicySql('follow_up', 'org')) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table follow_up`);
  }
}
