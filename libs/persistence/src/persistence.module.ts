import { Module, type DynamicModule } from '@nestjs/common';
import type { ServiceSettings } from '#tier';
import type { MigrationInterface } from 'typeorm';

/** A class TypeORM builds itself. */
export type EntityClass = new (...args: never[]) => object;
export type MigrationClass = new () => MigrationInterface;

export interface PersistenceOptions {
  readonly entities: readonly EntityClass[];
  /** In order; the first extends `PlatformTablesMigration`. Not run by the service: `migrateService` does, as the owner. */
  readonly migrations: readonly MigrationClass[];
}

/** Everything a service needs of its database, under its own role and schema. Global within the service's application. */
@Module({})
export class PersistenceModule {
  static forService(_settings: ServiceSettings, _options: PersistenceOptions): DynamicModule {
    return { module: PersistenceModule, global: true };
  }
}
