import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts only, nobody's data: one row an area of any level, report month and part, with the counts of all indicators by
 * slot, so that a figure is a look-up by key (ADR 0006). Beside them the tree, the population figures and their roll-up.
 */
export class CreateCells1763910000200 implements MigrationInterface {
  name = 'CreateCells1763910000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table smi_cell (
        area text collate "C" not null check (area ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
        -- Months since year 0.
        month integer not null,
        part text not null check (part in ('all', 'urban', 'rural', 'unknown')),
        parent text collate "C" not null,
        numerators integer[] not null,
        denominators integer[] not null,
        primary key (area, month, part)
      ) with (fillfactor = 70)`);
    await runner.query('create index smi_cell_parent on smi_cell (parent, month, part)');
    await runner.query(`
      create table org_unit (
        code text collate "C" not null check (code ~ '^[0-9]{12}$'),
        valid_from date not null,
        valid_to date,
        version integer not null,
        area text collate "C" not null,
        parent text collate "C" not null,
        tier text not null,
        urban_rural text,
        primary key (code, valid_from)
      )`);
    await runner.query('create index org_unit_parent on org_unit (parent)');
    await runner.query(`
      create table population_figure (
        area text collate "C" not null,
        year integer not null,
        resident integer not null check (resident >= 0),
        version integer not null,
        primary key (area, year)
      )`);
    await runner.query(`
      create table population_cell (
        area text collate "C" not null,
        year integer not null,
        part text not null check (part in ('all', 'urban', 'rural', 'unknown')),
        parent text collate "C" not null,
        resident integer not null,
        primary key (area, year, part)
      )`);
    await runner.query('create index population_cell_parent on population_cell (parent, year, part)');
    await runner.query(`
      create table projection_state (
        sole boolean primary key default true check (sole),
        -- Cells exist from January of this year on.
        first_year integer not null,
        -- The day all cases have been evaluated for.
        day date not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['projection_state', 'population_cell', 'population_figure', 'org_unit', 'smi_cell']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
