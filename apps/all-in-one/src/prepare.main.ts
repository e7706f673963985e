// The second job of a start in containers, and of every update: roles, schemas, tables, keys and the event stream.
import 'reflect-metadata';
import { prepareEnvironment } from './containers-environment.js';
import { NodeSecrets } from './node-secrets.js';
import { prepareDatabases, prepareStreams } from './prepare-node.js';
import { STORING_SERVICES } from './services.js';

const variables = prepareEnvironment();
const secrets = new NodeSecrets(variables.XINQIAO_SECRETS);
await secrets.ensureServiceKeys();
const databases = await prepareDatabases(variables.DATABASE_URL);
for (const { name } of STORING_SERVICES) await secrets.putDatabaseUrl(name, databases[name].appUrl);
await prepareStreams(variables);
process.stdout.write('Roles, tables, keys and streams are there.\n');
