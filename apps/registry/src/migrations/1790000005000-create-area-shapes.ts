import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines of areas for maps. Reference data: no row security, not dated. */
export class CreateAreaShapes1790000005000 implements MigrationInterface {
  readonly name = 'CreateAreaShapes1790000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area_shape (
        code text collate "C" not null,
        geometry jsonb not null,
        recorded_at timestamptz not null default now(),
        constraint area_shape_pkey primary key (code),
        constraint area_shape_code_form check (code ~ '^[1-9][0-9]{11}$'),
        constraint area_shape_kind check (geometry ->> 'type' in ('Polygon', 'MultiPolygon'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table area_shape');
  }
}
