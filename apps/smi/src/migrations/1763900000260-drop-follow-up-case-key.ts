import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case of a record has been read under lock by the transaction that writes it, and cases are never removed: the key proved
 * again, row by row, what the write had just proved.
 */
export class DropFollowUpCaseKey1763900000260 implements MigrationInterface {
  name = 'DropFollowUpCaseKey1763900000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_up drop constraint follow_up_case_id_county_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table follow_up add constraint follow_up_case_id_county_fkey
      foreign key (case_id, county) references smi_case (id, county)`);
  }
}
