import type { MigrationInterface, QueryRunner } from 'typeorm';

const RENAMED = [
  ['smi.follow_up_on_time_rate', '平台约定：到期随访全部按期完成 [P]', 'service-system.md B-37 [P]'],
  ['smi.guardianship_group_coverage', '平台约定：每名患者有关爱帮扶小组 [S]', 'service-system.md B-34 [S]'],
] as const;

/** Prepared report files in parts (counts only, nobody's data), names of units for them, and sources a reader can look up. */
export class CreateReportFiles1763910000400 implements MigrationInterface {
  name = 'CreateReportFiles1763910000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table org_unit add column name text not null default ''`);
    await runner.query(`
      create table report_part (
        report_id uuid not null,
        part integer not null check (part >= 0),
        created_by text not null,
        created_at timestamptz not null default now(),
        data bytea not null,
        primary key (report_id, part)
      )`);
    await runner.query('create index report_part_age on report_part (created_at)');
    for (const [indicator, source, before] of RENAMED) {
      await runner.query('update target set source = $2 where indicator = $1 and source = $3', [
        indicator,
        source,
        before,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [indicator, source, before] of RENAMED) {
      await runner.query('update target set source = $3 where indicator = $1 and source = $2', [
        indicator,
        source,
        before,
      ]);
    }
    await runner.query('drop table report_part');
    await runner.query('alter table org_unit drop column name');
  }
}
