import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '#tier';
import pg from 'pg';
import { EXTENSION_SCHEMA, searchPath } from './database-options.js';

/** Services that own a schema. */
export type StoringService = Exclude<ServiceName, 'gateway'>;

export interface ServiceDatabase {
  /** Connection string of the role the service runs as: no DDL, row security applies. */
  readonly appUrl: string;
  /** Connection string of the schema's owner, for migrations only. */
  readonly ownerUrl: string;
}

export interface ProvisionOptions {
  /** Default `xinqiao`. Created when missing. */
  readonly database?: string;
  /** Passwords of roles (`xq_smi`, `xq_smi_owner`, …). Default: derived from the administrator's, the same at every call. */
  readonly password?: (role: string) => string;
}

const DEFAULT_DATABASE = 'xinqiao';
const DUPLICATE_DATABASE = '42P04';
const EXTENSIONS = ['pg_trgm', 'btree_gist'];
/** One provisioning at a time, as far as a lock reaches: to those who come in by the same database. */
const LOCK = "hashtextextended('xinqiao/provision', 0)";
/** Roles belong to the whole cluster: what one who came in by another database is changing just now. */
const MET_ANOTHER = ['42710', '23505', 'XX000'];
const MOST_TRIES = 10;

/** Creates or mends database, schemas, roles and grants; may be repeated. `adminUrl` is a superuser's. */
export async function provisionDatabase<S extends StoringService>(
  adminUrl: string,
  services: readonly S[],
  options: ProvisionOptions = {},
): Promise<Record<S, ServiceDatabase>> {
  const database = options.database ?? DEFAULT_DATABASE;
  const password = options.password ?? derivedPassword(adminUrl);
  await connected(adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(${LOCK})`);
    await createDatabase(admin, database);
    for (const service of services) {
      for (const role of [appRole(service), ownerRole(service)]) {
        await settled(() => ensureRole(admin, role, password(role)));
      }
    }
    await connected(urlFor(adminUrl, database), async (inside) => {
      await run(inside, databaseSql(database));
      for (const service of services) await run(inside, schemaSql(database, service));
    });
  });
  const urls = services.map((service): [S, ServiceDatabase] => [
    service,
    {
      appUrl: urlFor(adminUrl, database, appRole(service), password(appRole(service))),
      ownerUrl: urlFor(adminUrl, database, ownerRole(service), password(ownerRole(service))),
    },
  ]);
  return Object.fromEntries(urls) as Record<S, ServiceDatabase>;
}

function appRole(service: StoringService): string {
  return `xq_${service}`;
}

function ownerRole(service: StoringService): string {
  return `xq_${service}_owner`;
}

function derivedPassword(adminUrl: string): (role: string) => string {
  const secret = decodeURIComponent(new URL(adminUrl).password);
  if (secret === '')
    throw new Error('without a password in the administrator URL, passwords of the roles must be given');
  return (role) => createHmac('sha256', secret).update(`xinqiao/role/${role}`).digest('base64url');
}

async function createDatabase(admin: pg.Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return;
  try {
    await admin.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
  }
}

async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  const limits = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  const verb = rowCount === 0 ? 'create' : 'alter';
  await admin.query(`${verb} role ${role} ${limits} password ${pg.escapeLiteral(password)}`);
}

function databaseSql(database: string): string[] {
  const name = pg.escapeIdentifier(database);
  return [
    `revoke all on database ${name} from public`,
    'revoke all on schema public from public',
    `create schema if not exists ${EXTENSION_SCHEMA}`,
    `grant usage on schema ${EXTENSION_SCHEMA} to public`,
    ...EXTENSIONS.map((extension) => `create extension if not exists ${extension} schema ${EXTENSION_SCHEMA}`),
  ];
}

/** The owner makes tables; the service's role may only use them, and what a migration takes from it stays taken. */
function schemaSql(database: string, service: StoringService): string[] {
  const name = pg.escapeIdentifier(database);
  const [app, owner] = [appRole(service), ownerRole(service)];
  const inSchema = `alter default privileges for role ${owner} in schema ${service}`;
  return [
    `grant connect on database ${name} to ${app}, ${owner}`,
    `create schema if not exists ${service} authorization ${owner}`,
    `grant usage on schema ${service} to ${app}`,
    `${inSchema} grant select, insert, update, delete on tables to ${app}`,
    `${inSchema} grant usage, select on sequences to ${app}`,
    // For functions of the schema that look across areas (they answer no personal data) and say so in their definition.
    `grant set on parameter app.scope to ${owner}`,
    `alter role ${app} in database ${name} set search_path = ${searchPath(service)}`,
    `alter role ${owner} in database ${name} set search_path = ${searchPath(service)}`,
  ];
}

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await settled(() => client.query(statement));
}

/** Each step may be repeated, so one that met another's is. */
async function settled(step: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await step();
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !MET_ANOTHER.includes((error as { code?: string }).code ?? '')) throw error;
      await delay(20 * tries);
    }
  }
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'xinqiao-provision' });
  // Without a listener a lost connection would end the process; the statement in flight fails anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlFor(adminUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.toString();
}
