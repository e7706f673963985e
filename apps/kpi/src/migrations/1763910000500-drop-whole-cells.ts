import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole of an area was stored beside its parts: every change was written twice. It is their sum, made when it is read. */
export class DropWholeCells1763910000500 implements MigrationInterface {
  name = 'DropWholeCells1763910000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from smi_cell where part = 'all'`);
    await runner.query(`alter table smi_cell drop constraint smi_cell_part_check`);
    await runner.query(
      `alter table smi_cell add constraint smi_cell_part_check check (part in ('urban', 'rural', 'unknown'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table smi_cell drop constraint smi_cell_part_check`);
    await runner.query(
      `alter table smi_cell add constraint smi_cell_part_check check (part in ('all', 'urban', 'rural', 'unknown'))`,
    );
    const sum = (column: string): string =>
      `array(select sum(v)::int from smi_cell p, unnest(p.${column}) with ordinality as u (v, slot)
        where p.area = c.area and p.month = c.month group by slot order by slot)`;
    await runner.query(`
      insert into smi_cell (area, month, part, parent, numerators, denominators)
      select distinct on (area, month) area, month, 'all', parent, ${sum('numerators')}, ${sum('denominators')}
      from smi_cell c order by area, month`);
  }
}
