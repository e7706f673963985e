import { migrateService, PlatformTablesMigration, PublishedMarkMigration, type StoringService } from '#persistence';
import { createTestNode, type TestNode, type TestNodeOptions } from '#testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables every service has, and one the test projector writes to: without keys, so that it shows a double effect. */
class MessagingTables extends PlatformTablesMigration {
  override readonly name = 'MessagingTables1700000000000';
}

class MarkPublished extends PublishedMarkMigration {
  override readonly name = 'MarkPublished1700000000002';
}

class EffectTable implements MigrationInterface {
  readonly name = 'EffectTable1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table effect (place bigint generated always as identity, event_id uuid, case_id text,
      scope text default current_setting('app.scope', true))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect');
  }
}

const MIGRATIONS = [MessagingTables, EffectTable, MarkPublished];

/** A node with the named services' schemas holding only what messaging needs. */
export async function createMessagingNode(
  services: readonly StoringService[],
  options: TestNodeOptions = {},
): Promise<TestNode> {
  const node = await createTestNode(services, { ...options, migrate: false });
  for (const service of services) await migrateService(node.ownerUrl(service), service, MIGRATIONS);
  return node;
}
