import { readConfiguration } from './environment.js';
import { prepareNode } from './prepare-node.js';
import { runNode } from './run-node.js';

// eslint-disable-next-line no-restricted-properties -- the one place of this app that hands in the environment
const configuration = readConfiguration(process.env);
const node = await runNode(configuration, await prepareNode(configuration));
await node.accounts.ensureAdmin(configuration.variables.XINQIAO_ADMIN_PASSWORD);
process.stdout.write(`Xinqiao listens on ${node.address}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void node.close().then(() => process.exit(0));
  });
}
