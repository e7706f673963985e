import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Import jobs and their files. Everything that holds people's data (the uploaded pieces, refused rows, the workbook of them)
 * is sealed with the field key; only the user who started a job reads it.
 */
export class CreateImports1790000004000 implements MigrationInterface {
  readonly name = 'CreateImports1790000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_upload (
        id uuid primary key,
        file_name text not null,
        created_by text not null,
        created_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table import_chunk (
        upload_id uuid not null references import_upload on delete cascade,
        idx integer not null check (idx >= 0),
        size integer not null,
        digest bytea not null,
        data bytea not null,
        primary key (upload_id, idx)
      )`);
    // Sealed bytes do not compress.
    await runner.query(`alter table import_chunk alter column data set storage external`);
    await runner.query(`
      create table import_job (
        id uuid primary key,
        upload_id uuid not null,
        file_name text not null,
        kind text not null,
        mode text not null check (mode in ('preview', 'commit')),
        status text not null check (status in ('running', 'done', 'failed')),
        started_by text not null,
        caller_roles text[] not null,
        caller_scopes text[] not null,
        locale text not null,
        correlation_id text not null,
        total integer not null default 0,
        accepted integer not null default 0,
        rejected integer not null default 0,
        skipped integer not null default 0,
        next_row integer not null default 0,
        header jsonb,
        attempts integer not null default 0,
        worker uuid,
        heartbeat_at timestamptz,
        started_at timestamptz not null default now(),
        finished_at timestamptz,
        failure_code text,
        failure_detail text,
        constraint import_job_counts check (accepted + rejected + skipped <= total)
      )`);
    await runner.query(`create index import_job_open on import_job (started_at) where status = 'running'`);
    await runner.query(`create index import_job_starter on import_job (started_by, id)`);
    await runner.query(`
      create table import_rejection (
        job_id uuid not null references import_job on delete cascade,
        row_no integer not null,
        cells bytea not null,
        errors jsonb not null,
        primary key (job_id, row_no)
      )`);
    await runner.query(`
      create table import_error_file (
        job_id uuid not null references import_job on delete cascade,
        idx integer not null,
        size integer not null,
        data bytea not null,
        primary key (job_id, idx)
      )`);
    await runner.query(`alter table import_error_file alter column data set storage external`);
    // Keyed digests of rows already imported: a repeated file changes nothing.
    await runner.query(`
      create table import_digest (
        county text collate "C" not null,
        kind text not null,
        digest bytea not null,
        primary key (county, kind, digest)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['digest', 'error_file', 'rejection', 'job', 'chunk', 'upload']) {
      await runner.query(`drop table import_${table}`);
    }
  }
}
