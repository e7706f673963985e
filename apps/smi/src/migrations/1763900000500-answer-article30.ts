import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A psychiatrist's "no" on art. 30 ¶2(2) (smi.md 2.6) could not be kept: the case was asked about for ever. */
export class AnswerArticle301763900000500 implements MigrationInterface {
  name = 'AnswerArticle301763900000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table smi_case add column article30_reviewed boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table smi_case drop column article30_reviewed');
  }
}
