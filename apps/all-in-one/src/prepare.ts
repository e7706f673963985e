import { readConfiguration } from './environment.js';
import { handOutSecrets } from './hand-out-secrets.js';
import { prepareNode } from './prepare-node.js';

// The start-up job of a deployment with one container a service: makes what they need, then ends.
// eslint-disable-next-line no-restricted-properties -- the one place of this job that hands in the environment
const configuration = readConfiguration(process.env);
const databases = await prepareNode(configuration);
const { XINQIAO_KEYS, XINQIAO_SECRETS } = configuration.variables;
if (XINQIAO_SECRETS !== undefined) await handOutSecrets(XINQIAO_KEYS, XINQIAO_SECRETS, databases);
process.stdout.write('Roles, tables, keys and streams are in place.\n');
