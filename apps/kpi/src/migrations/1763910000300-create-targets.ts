import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Targets found in public documents (smi.md 6.7 marked [C] or [L], service-system.md B.2); `''` is everywhere. */
const SEEDED = [
  ['smi.management_rate', 'national-2015-2020', '', 2020, 80, '全国精神卫生工作规划（2015—2020年） [C]'],
  [
    'smi.schizophrenia_medication_rate',
    'national-2015-2020',
    '',
    2020,
    80,
    '全国精神卫生工作规划（2015—2020年），治疗率 [C]',
  ],
  ['smi.rehabilitation_rate', 'national-2015-2020', '', 2020, 50, '全国精神卫生工作规划（2015—2020年） [C]'],
  ['smi.rehabilitation_rate', 'national-jingkang-2023-2025', '', 2025, 60, '精神障碍社区康复服务融合行动 [C]'],
  ['smi.reported_prevalence', 'national-pilot-2021', '', 2021, 4.5, '社会心理服务体系建设试点2021年重点任务 B-12 [C]'],
  [
    'smi.standard_management_rate',
    'national-pilot-2021',
    '',
    2021,
    80,
    '社会心理服务体系建设试点2021年重点任务 B-13 [C]',
  ],
  [
    'smi.regular_medication_rate',
    'national-pilot-2021',
    '',
    2021,
    60,
    '社会心理服务体系建设试点2021年重点任务 B-14 [C]',
  ],
  [
    'smi.schizophrenia_medication_rate',
    'national-pilot-2021',
    '',
    2021,
    80,
    '社会心理服务体系建设试点2021年重点任务 B-15 [C]',
  ],
  ['smi.follow_up_on_time_rate', 'platform', '', 2018, 100, 'service-system.md B-37 [P]'],
  ['smi.guardianship_group_coverage', 'platform', '', 2018, 100, 'service-system.md B-34 [S]'],
] as const;

/** Every target is a row: indicator, plan, area, year (smi.md 6.7, service-system.md B.2 h). */
export class CreateTargets1763910000300 implements MigrationInterface {
  name = 'CreateTargets1763910000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table target (
        indicator text not null,
        plan text not null,
        area text collate "C" not null,
        year integer not null,
        value numeric(12, 4) not null check (value >= 0),
        source text,
        recorded_at timestamptz not null default now(),
        primary key (indicator, plan, area, year)
      )`);
    for (const row of SEEDED) {
      await runner.query(
        'insert into target (indicator, plan, area, year, value, source) values ($1, $2, $3, $4, $5, $6)',
        [...row],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table target');
  }
}
