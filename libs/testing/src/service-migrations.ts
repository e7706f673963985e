import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MigrationClass, StoringService } from '#persistence';

const APPS = new URL('../../../apps/', import.meta.url);

/** A service's migrations in their order, found by the layout: `apps/<service>/src/migrations/`. */
export async function serviceMigrations(service: StoringService): Promise<readonly MigrationClass[]> {
  const modules = await Promise.all(
    (await migrationFiles(service)).map((file) => import(file.href) as Promise<object>),
  );
  return modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter(isMigration)
    .filter((migration, position, all) => all.indexOf(migration) === position)
    .sort((a, b) => timestampOf(a) - timestampOf(b));
}

/** The files themselves, for a digest of what they say. */
export async function migrationFiles(service: StoringService): Promise<readonly URL[]> {
  const folder = new URL(`${service}/src/migrations/`, APPS);
  const names = await readdir(fileURLToPath(folder)).catch(() => []);
  return names
    .filter((name) => /^(?!.*\.(spec|d)\.ts$).*\.(ts|js)$/.test(name))
    .sort()
    .map((name) => new URL(name, folder));
}

function isMigration(candidate: unknown): candidate is MigrationClass {
  if (typeof candidate !== 'function') return false;
  const prototype = candidate.prototype as Partial<Record<'up' | 'down', unknown>> | undefined;
  return typeof prototype?.up === 'function' && typeof prototype.down === 'function';
}

function timestampOf(migration: MigrationClass): number {
  const name = new migration().name ?? migration.name;
  return Number(/(\d{13})$/.exec(name)?.[1] ?? 0);
}
