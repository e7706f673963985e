import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDIT_DOWN, AUDIT_UP } from './audit-tables.sql.js';
import { MESSAGING_DOWN, MESSAGING_UP } from './messaging-tables.sql.js';
import { CALL_DOWN, CALL_UP } from './call-tables.sql.js';

/**
 * The tables every service has: outbox and inbox, dead letters, audit trail, kept answers, field keys. Each service's first
 * migration extends it and gives the name. Runs as the schema's owner with the schema first in the search path.
 */
export abstract class PlatformTablesMigration implements MigrationInterface {
  /** Class name with the 13-digit timestamp, as TypeORM wants it. */
  abstract readonly name: string;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...MESSAGING_UP, ...AUDIT_UP, ...CALL_UP]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...CALL_DOWN, ...AUDIT_DOWN, ...MESSAGING_DOWN]) await runner.query(statement);
  }
}
