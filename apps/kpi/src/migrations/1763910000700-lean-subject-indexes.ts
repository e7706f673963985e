import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every visit writes to these tables. The day a case may change next stood in an index and moved with each visit, so that the row
 * was entered anew in all five indexes; it is looked for once a day, by reading the table. The keys begin with the case, by which
 * everything is read, and stand in for a second index beside them.
 */
export class LeanSubjectIndexes1763910000700 implements MigrationInterface {
  name = 'LeanSubjectIndexes1763910000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index smi_subject_next_change');
    await key(runner, 'smi_subject', 'case_id, county');
    await runner.query('drop index smi_subject_case');
    await key(runner, 'smi_visit', 'case_id, follow_up_id, county');
    await runner.query('drop index smi_visit_case');
    await key(runner, 'smi_membership', 'case_id, org, year, county');
    await runner.query('drop index smi_membership_case');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index smi_membership_case on smi_membership (case_id)');
    await key(runner, 'smi_membership', 'county, org, year, case_id');
    await runner.query('create index smi_visit_case on smi_visit (case_id)');
    await key(runner, 'smi_visit', 'county, follow_up_id');
    await runner.query('create index smi_subject_case on smi_subject (case_id)');
    await key(runner, 'smi_subject', 'county, case_id');
    await runner.query('create index smi_subject_next_change on smi_subject (next_change_on)');
  }
}

async function key(runner: QueryRunner, table: string, columns: string): Promise<void> {
  await runner.query(`alter table ${table} drop constraint ${table}_pkey`);
  await runner.query(`alter table ${table} add primary key (${columns})`);
}
