import { stopTestServers } from '../../../tools/servers/test-servers.mjs';

/** Stops what `global-setup.ts` has started; were this process killed instead, they would stop by themselves. */
export default async function stopServers(): Promise<void> {
  await stopTestServers();
}
