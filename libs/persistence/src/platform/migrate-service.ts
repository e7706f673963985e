import type { StoringService } from './provision-database.js';
import type { EntityClass, MigrationClass } from '../persistence.module.js';

/** Brings a service's schema up to date as its owner; one process at a time. Answers the names of the migrations it ran. */
export function migrateService(
  _ownerUrl: string,
  _service: StoringService,
  _migrations: readonly MigrationClass[],
): Promise<string[]> {
  return Promise.reject(new Error('not yet'));
}

/** Takes every migration back, newest first. For the up-down-up test. */
export function revertAll(
  _ownerUrl: string,
  _service: StoringService,
  _migrations: readonly MigrationClass[],
): Promise<string[]> {
  return Promise.reject(new Error('not yet'));
}

/** SQL that would make the tables fit the entities; empty when they agree. */
export function schemaDrift(
  _ownerUrl: string,
  _service: StoringService,
  _entities: readonly EntityClass[],
): Promise<string[]> {
  return Promise.reject(new Error('not yet'));
}
