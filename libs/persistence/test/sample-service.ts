import { jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  areaPolicySql,
  migrateService,
  PersistenceModule,
  PlatformTablesMigration,
  PublishedMarkMigration,
} from '#persistence';
import type { CallContext } from '#observability';
import { createTestNode, type TestNode } from '#testing';
import type { ServiceSettings } from '#tier';

// Properties run a real database many times over.
jest.setTimeout(60_000);

export class CreatePlatformTables1764000000001 extends PlatformTablesMigration {
  readonly name = 'CreatePlatformTables1764000000001';
}

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined, debug: () => undefined };

/** A table of people like those of the services. */
export class CreateResident1764000000002 implements MigrationInterface {
  readonly name = 'CreateResident1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table resident (
      id uuid primary key, org text not null check (org ~ '^[0-9]{12}$'), name text not null constraint resident_name_key unique,
      born_on date, visits bigint not null default 0, version integer not null default 1)`);
    for (const statement of areaPolicySql('resident', 'org')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resident');
  }
}

@Entity('resident')
export class Resident {
  @PrimaryColumn('uuid') id: string;
  @Column('text') org: string;
  @Column('text') name: string;
  @Column('date', { name: 'born_on', nullable: true }) bornOn: string | null;
  @Column('bigint', { default: 0 }) visits: number;
  @Column('integer', { default: 1 }) version: number;
}

class MarkPublished1764000000003 extends PublishedMarkMigration {
  readonly name = 'MarkPublished1764000000003';
}

export const MIGRATIONS = [CreatePlatformTables1764000000001, CreateResident1764000000002, MarkPublished1764000000003];

export interface SampleService {
  readonly node: TestNode;
  readonly settings: ServiceSettings;
  readonly module: TestingModule;
  /** As a superuser, past every policy. */
  readonly admin: pg.Client;
  close(): Promise<void>;
}

/** The schema `smi` with the platform's tables and one of people, and a Nest application upon it. */
export async function startSample(
  options: { poolSize?: number; changes?: Partial<ServiceSettings> } = {},
): Promise<SampleService> {
  const node = await createTestNode(['smi'], {
    migrate: false,
    ...(options.poolSize && { poolSize: options.poolSize }),
  });
  await migrateService(node.ownerUrl('smi'), 'smi', MIGRATIONS);
  const settings = { ...node.settings('smi'), ...options.changes };
  const module = await openModule(settings);
  const admin = new pg.Client({ connectionString: node.adminUrl, options: '-c search_path=smi' });
  await admin.connect();
  return {
    node,
    settings,
    module,
    admin,
    close: async () => {
      await module.close();
      await admin.end();
      await node.close();
    },
  };
}

export async function openModule(settings: ServiceSettings): Promise<TestingModule> {
  const persistence = PersistenceModule.forService(settings, { entities: [Resident], migrations: MIGRATIONS });
  const module = await Test.createTestingModule({ imports: [persistence] })
    .setLogger(SILENT)
    .compile();
  return module.init();
}

export const STREET_A = '990101001000';
export const STREET_B = '990101002000';

/** A worker who answers for the given area prefixes. */
export function worker(scopes: readonly string[], more: Partial<CallContext> = {}): CallContext {
  return {
    caller: { kind: 'user', id: 'worker-1', roles: ['community_worker'], scopes },
    correlationId: 'correlation-1',
    locale: 'zh-CN',
    ...more,
  };
}
