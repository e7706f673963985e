import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures of the past depend on what somebody had agreed to then. Only the latest decision was kept, so that a signature of today
 * moved the figures of last spring. Of what was decided before nothing is known here; it begins with the latest.
 */
export class KeepConsents1763910000800 implements MigrationInterface {
  name = 'KeepConsents1763910000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table smi_subject add column consents jsonb not null default '[]'`);
    await runner.query(`
      update smi_subject set consents = jsonb_build_array(jsonb_build_object('decision', consent_decision, 'from', consent_on))
      where consent_decision is not null and consent_on is not null`);
    await runner.query('alter table smi_subject drop column consent_decision, drop column consent_on');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table smi_subject add column consent_decision text, add column consent_on date');
    await runner.query(`
      update smi_subject
      set consent_decision = consents -> -1 ->> 'decision', consent_on = (consents -> -1 ->> 'from')::date`);
    await runner.query('alter table smi_subject drop column consents');
  }
}
