import pg from 'pg';
import { DataSource } from 'typeorm';
import { searchPath } from './database-options.js';
import type { StoringService } from './provision-database.js';
import type { EntityClass, MigrationClass } from './schema-classes.js';

const TABLE = 'migration';

/** Brings a service's schema up to date as its owner; one process at a time. Answers the names of the migrations it ran. */
export function migrateService(
  ownerUrl: string,
  service: StoringService,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  return alone(ownerUrl, service, () =>
    withOwner(ownerUrl, service, { migrations }, async (dataSource) => {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      return done.map((migration) => migration.name);
    }),
  );
}

/** Takes every migration back, newest first. For the up-down-up test. Answers their names. */
export function revertAll(
  ownerUrl: string,
  service: StoringService,
  migrations: readonly MigrationClass[],
): Promise<string[]> {
  return alone(ownerUrl, service, () =>
    withOwner(ownerUrl, service, { migrations }, async (dataSource) => {
      const reverted: string[] = [];
      const [known] = await dataSource.query<{ found: boolean }[]>(`select to_regclass($1) is not null as found`, [
        TABLE,
      ]);
      if (!known?.found) return reverted;
      for (;;) {
        const [last] = await dataSource.query<{ name: string }[]>(
          `select name from ${TABLE} order by timestamp desc, id desc limit 1`,
        );
        if (!last) return reverted;
        await dataSource.undoLastMigration({ transaction: 'each' });
        reverted.push(last.name);
      }
    }),
  );
}

/** What entities do not say: constraints and indexes stand in the migrations alone. */
const SAID_BY_MIGRATIONS_ONLY = /^(ALTER TABLE \S+ DROP CONSTRAINT|DROP INDEX) /;

/** SQL that would make tables and columns fit the entities; empty when they agree. */
export function schemaDrift(
  ownerUrl: string,
  service: StoringService,
  entities: readonly EntityClass[],
): Promise<string[]> {
  return withOwner(ownerUrl, service, { entities }, async (dataSource) => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query).filter((query) => !SAID_BY_MIGRATIONS_ONLY.test(query));
  });
}

async function withOwner<T>(
  ownerUrl: string,
  service: StoringService,
  classes: { migrations?: readonly MigrationClass[]; entities?: readonly EntityClass[] },
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: service,
    entities: [...(classes.entities ?? [])],
    migrations: [...(classes.migrations ?? [])],
    migrationsTableName: TABLE,
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolSize: 2,
    extra: { options: `-c search_path=${searchPath(service).replaceAll(' ', '')}` },
  });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Several processes may start together after an update; the second finds nothing left to do. */
async function alone<T>(ownerUrl: string, service: StoringService, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('xinqiao/migrate/' || $1, 0))", [service]);
    return await work();
  } finally {
    await client.end();
  }
}
