import { readFile } from 'node:fs/promises';
import { provisionStreams, type StreamDeclaration } from '#messaging';
import { ensureKeys, migrateService, provisionDatabase, type ServiceDatabase, type StoringService } from '#persistence';
import type { AllInOneEnvironment, NodeConfiguration } from './environment.js';
import { STORING_SERVICES } from './services.js';

/** What has to be there before the services start: roles and schemas, keys, tables, the stream. May be repeated. */
export async function prepareNode({
  variables,
}: NodeConfiguration): Promise<Readonly<Record<StoringService, ServiceDatabase>>> {
  const names = STORING_SERVICES.map((service) => service.name);
  const databases = await provisionDatabase(variables.DATABASE_URL, names, { database: databaseName(variables) });
  await ensureKeys(variables.XINQIAO_KEYS, names);
  for (const { name, migrations } of STORING_SERVICES) await migrateService(databases[name].ownerUrl, name, migrations);
  const credentials = {
    ...(variables.NATS_USER === undefined ? {} : { user: variables.NATS_USER }),
    ...(variables.NATS_PASSWORD === undefined ? {} : { password: variables.NATS_PASSWORD }),
  };
  await provisionStreams(variables.NATS_URL, credentials, variables.XINQIAO_EVENT_STREAM, await streamDeclaration());
  return databases;
}

/** The database the administrator's address names; the maintenance database itself is never built in. */
function databaseName(variables: AllInOneEnvironment): string {
  const named = decodeURIComponent(new URL(variables.DATABASE_URL).pathname.slice(1));
  return named === '' || named === 'postgres' ? 'xinqiao' : named;
}

/** `deploy/nats/streams.json` of the checkout or image, found from the source as well as from the build. */
async function streamDeclaration(): Promise<StreamDeclaration> {
  for (const up of ['../../../', '../../../../']) {
    const file = new URL(`${up}deploy/nats/streams.json`, import.meta.url);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return JSON.parse(text) as StreamDeclaration;
  }
  throw new Error('deploy/nats/streams.json is missing from this installation.');
}
