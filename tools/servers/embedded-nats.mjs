import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { startGuarded, waitUntilReady } from './guarded-process.mjs';
import { stopLeftOver } from './left-over.mjs';

/**
 * Starts one nats-server with JetStream that flushes every message to disk before it says so.
 * @param {{ binary: string, dataDir: string, logFile: string, preferredPort?: number, removeAfter?: string, maxStore?: string }} options
 */
export async function startEmbeddedNats(options) {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const port = await freePort(options.preferredPort);
  const monitorPort = await freePort();
  const config = join(options.dataDir, 'nats.conf');
  await stopLeftOver({ pidFile: join(options.dataDir, 'nats.pid'), mark: config, signal: 'SIGTERM' });
  writeFileSync(config, configuration({ ...options, port, monitorPort }), { mode: 0o600 });
  const server = startGuarded({
    command: options.binary,
    args: ['-c', config],
    stopSignal: 'TERM',
    logFile: options.logFile,
    ...(options.removeAfter ? { removeAfter: options.removeAfter } : {}),
  });
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;
  await waitUntilReady({ name: 'nats-server', server, logFile: options.logFile, probe: () => isHealthy(monitorUrl) });
  return {
    url: `nats://127.0.0.1:${port}`,
    monitorUrl,
    port,
    pid: server.pid,
    exited: server.exited,
    isRunning: server.isRunning,
    stop: server.stop,
  };
}

async function isHealthy(monitorUrl) {
  const answer = await fetch(`${monitorUrl}/healthz`, { signal: AbortSignal.timeout(2000) });
  return answer.ok;
}

function configuration({ dataDir, port, monitorPort, maxStore = '16GB' }) {
  return [
    '# Written at each start; changes here are lost.',
    `server_name: xinqiao-${port}`,
    'host: 127.0.0.1',
    `port: ${port}`,
    `http: "127.0.0.1:${monitorPort}"`,
    `pid_file: ${JSON.stringify(join(dataDir, 'nats.pid'))}`,
    'max_payload: 8MB',
    'jetstream {',
    `  store_dir: ${JSON.stringify(dataDir)}`,
    '  max_mem: 64MB',
    `  max_file: ${maxStore}`,
    '  sync_interval: always',
    '}',
    '',
  ].join('\n');
}
