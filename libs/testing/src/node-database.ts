import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrateService, provisionDatabase, type ServiceDatabase, type StoringService } from '#persistence';
import { migrationFiles, serviceMigrations } from './service-migrations.js';
import { testServers, withDatabase } from './test-servers.js';

/** Provisioning changes roles, which all databases of the server share: one suite at a time. */
const PROVISIONING_LOCK = 7_160_001;

export interface NodeDatabase {
  readonly name: string;
  /** A superuser's, to look at what a service role cannot see. */
  readonly adminUrl: string;
  readonly services: Readonly<Partial<Record<StoringService, ServiceDatabase>>>;
  drop(): Promise<void>;
}

/**
 * A database of its own for one suite. The first suite that asks for a set of services migrates a template; every
 * further one is a copy of it, so that a suite does not pay for the migrations again.
 */
export async function createNodeDatabase(services: readonly StoringService[], migrate: boolean): Promise<NodeDatabase> {
  const { postgresUrl } = testServers();
  const name = `xq_t_${randomBytes(6).toString('hex')}`;
  const databases = await underLock(postgresUrl, async (admin) => {
    if (migrate && services.length > 0) {
      const template = await ensureTemplate(admin, postgresUrl, services);
      await admin.query(`create database "${name}" template "${template}"`);
    }
    return await provisionDatabase(postgresUrl, services, { database: name });
  });
  return {
    name,
    adminUrl: withDatabase(postgresUrl, name),
    services: databases,
    drop: () =>
      underLock(postgresUrl, async (admin) => {
        await admin.query(`drop database if exists "${name}" with (force)`);
      }),
  };
}

async function ensureTemplate(
  admin: pg.Client,
  adminUrl: string,
  services: readonly StoringService[],
): Promise<string> {
  const template = `xq_m_${await fingerprint(services)}`;
  const found = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount === 1) return template;
  const unfinished = `${template}_new`;
  await admin.query(`drop database if exists "${unfinished}" with (force)`);
  const databases = await provisionDatabase(adminUrl, services, { database: unfinished });
  for (const service of services) {
    await migrateService(databases[service].ownerUrl, service, await serviceMigrations(service));
  }
  await admin.query(`alter database "${unfinished}" rename to "${template}"`);
  return template;
}

/** Changes whenever the template would: the services, their migrations, and what persistence puts beneath them. */
async function fingerprint(services: readonly StoringService[]): Promise<string> {
  const digest = createHash('sha256').update([...services].sort().join(','));
  const persistence = new URL('../../persistence/src/', import.meta.url);
  const shared = await readdir(fileURLToPath(persistence), { recursive: true });
  const files = [
    ...shared
      .filter((name) => /\.(ts|js)$/.test(name))
      .sort()
      .map((name) => new URL(name, persistence)),
    ...(await Promise.all(services.map(migrationFiles))).flat(),
  ];
  for (const file of files) digest.update(await readFile(file));
  return digest.digest('hex').slice(0, 16);
}

async function underLock<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    return await work(admin);
  } finally {
    await admin.end();
  }
}
