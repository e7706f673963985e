import { readFile } from 'node:fs/promises';
import { provisionStreams, type StreamDeclaration } from '#messaging';
import { ensureKeys, migrateService, provisionDatabase, type ServiceDatabase, type StoringService } from '#persistence';
import { INSTALLATION, type BusEnvironment } from '#tier';
import type { NodeConfiguration } from './environment.js';
import { STORING_SERVICES } from './services.js';

const NAMES = STORING_SERVICES.map((service) => service.name);

export type Databases = Readonly<Record<StoringService, ServiceDatabase>>;

/** What has to be there before the services start: roles and schemas, keys, tables, the stream. May be repeated. */
export async function prepareNode({ variables }: NodeConfiguration): Promise<Databases> {
  await ensureKeys(variables.XINQIAO_KEYS, NAMES);
  const databases = await prepareDatabases(variables.DATABASE_URL);
  await prepareStreams(variables);
  return databases;
}

/** Roles, schemas and tables of every service. */
export async function prepareDatabases(adminUrl: string): Promise<Databases> {
  const databases = await provisionDatabase(adminUrl, NAMES, { database: databaseName(adminUrl) });
  for (const { name, migrations } of STORING_SERVICES) await migrateService(databases[name].ownerUrl, name, migrations);
  return databases;
}

/** The event stream and its consumers, as `deploy/nats/streams.json` declares them. */
export async function prepareStreams(variables: BusEnvironment): Promise<void> {
  const credentials = {
    ...(variables.NATS_USER === undefined ? {} : { user: variables.NATS_USER }),
    ...(variables.NATS_PASSWORD === undefined ? {} : { password: variables.NATS_PASSWORD }),
  };
  await provisionStreams(variables.NATS_URL, credentials, variables.XINQIAO_EVENT_STREAM, await streamDeclaration());
}

/** The database the administrator's address names; the maintenance database itself is never built in. */
function databaseName(adminUrl: string): string {
  const named = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  return named === '' || named === 'postgres' ? 'xinqiao' : named;
}

async function streamDeclaration(): Promise<StreamDeclaration> {
  const file = new URL('deploy/nats/streams.json', INSTALLATION);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error('deploy/nats/streams.json is missing from this installation.', { cause });
  });
  return JSON.parse(text) as StreamDeclaration;
}
