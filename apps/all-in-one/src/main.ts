import { HealthRegistry, serveHealth } from '#observability';
import { readConfiguration } from './environment.js';
import { prepareNode } from './prepare-node.js';
import { runNode } from './run-node.js';

// eslint-disable-next-line no-restricted-properties -- the one place of this app that hands in the environment
const configuration = readConfiguration(process.env);
const { variables } = configuration;
const node = await runNode(configuration, await prepareNode(configuration));
await node.accounts.ensureAdmin(variables.XINQIAO_ADMIN_PASSWORD);
if (variables.XINQIAO_HEALTH_PORT !== undefined)
  await serveHealth(healthOf(node.address), variables.XINQIAO_HEALTH_PORT);
process.stdout.write(`Xinqiao listens on ${node.address}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void node.close().then(() => process.exit(0));
  });
}

/** The gateway asks every service by the bus; its answer is the node's. */
function healthOf(address: string): HealthRegistry {
  const health = new HealthRegistry();
  health.register('node', async () => {
    const answer = await fetch(`${address}/api/health/ready`);
    if (!answer.ok) throw new Error('not ready');
  });
  return health;
}
