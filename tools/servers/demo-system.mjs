import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { node24, projectEnvironment, ROOT } from '../bootstrap/project.mjs';
import { findNatsServer } from '../nats-server.mjs';

const PATIENCE_MS = 180_000;

/** The day it is in tests and pictures: late enough in a year for its figures, and always the same. */
export const DEMO_TODAY = '2026-11-23';

/**
 * The whole system as `npm start` runs it, with the small demonstration district, in a folder that goes away with it.
 * @param {{ today?: string, variables?: Record<string, string> }} [options]
 * @returns {Promise<{ address: string, natsUrl: string, stop: () => Promise<void> }>}
 */
export async function startDemoSystem({ today = DEMO_TODAY, variables = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-demo-'));
  const natsServer = process.env.NATS_SERVER_BIN ?? (await findNatsServer());
  const child = spawn(node24(), ['--disable-warning=ExperimentalWarning', join(ROOT, 'tools', 'start', 'run.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: projectEnvironment({
      XINQIAO_DATA: folder,
      XINQIAO_DEMO: 'small',
      XINQIAO_CLOCK: today,
      PORT: '0',
      NATS_SERVER_BIN: natsServer,
      NODE_ENV: 'development',
      ...variables,
    }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const stop = () => end(child, folder);
  for (const deadline = Date.now() + PATIENCE_MS; ; await delay(100)) {
    const address = addressIn(folder);
    if (address !== undefined) return { address, natsUrl: natsUrlIn(folder), stop };
    if (child.exitCode === null && Date.now() < deadline) continue;
    await stop();
    throw new Error(`The demonstration system did not start. It said:\n${said.slice(-3_000)}`);
  }
}

/** Stands there once everything is loaded and answers. */
function addressIn(folder) {
  const file = join(folder, 'running.json');
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).address : undefined;
  } catch {
    return undefined; // half written
  }
}

/** As its configuration says. */
function natsUrlIn(folder) {
  const [, port] = /^port: (\d+)$/m.exec(readFileSync(join(folder, 'nats', 'nats.conf'), 'utf8')) ?? [];
  return `nats://127.0.0.1:${port}`;
}

async function end(child, folder) {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await exit;
  }
  rmSync(folder, { recursive: true, force: true });
}
