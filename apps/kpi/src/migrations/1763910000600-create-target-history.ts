import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every value a target ever had, and who set it. */
export class CreateTargetHistory1763910000600 implements MigrationInterface {
  name = 'CreateTargetHistory1763910000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table target_history (
        id bigint generated always as identity primary key,
        indicator text not null,
        plan text not null,
        area text collate "C" not null,
        year integer not null,
        value numeric(12, 4) not null,
        source text,
        actor_id text not null,
        recorded_at timestamptz not null
      )`);
    await runner.query('create index target_history_target on target_history (indicator, area, year, plan, id)');
    // Marks of our own papers mean nothing to whoever reads the source.
    await runner.query(`update target set source = regexp_replace(source, '( B-[0-9]+)?( \\[[A-Z]\\])?$', '')`);
    await runner.query(`
      insert into target_history (indicator, plan, area, year, value, source, actor_id, recorded_at)
      select indicator, plan, area, year, value, source, 'system:documents', recorded_at from target`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table target_history');
  }
}
