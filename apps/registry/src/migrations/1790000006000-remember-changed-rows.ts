import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An imported row is recognised by its resident's document number, unless that was changed since: then by its digest. Which
 * residents' numbers were changed so far is not known, so the rows of all that were changed are remembered. Numbers that are
 * no resident id's may be looked up by another key than they were stored under.
 */
export class RememberChangedRows1790000006000 implements MigrationInterface {
  readonly name = 'RememberChangedRows1790000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select set_config('app.scope', '{""}', true)`);
    await runner.query(`
      insert into import_digest (county, kind, digest)
      select p.county, 'persons-changed', p.import_digest from person p
       where p.import_digest is not null and (p.version > 1 or p.id_type <> 'resident_id')
      on conflict do nothing`);
  }

  async down(): Promise<void> {
    // A digest more does no harm.
  }
}
