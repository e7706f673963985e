import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SERVICES } from '../../tools/bootstrap/services.mjs';
import { freePort } from '../../tools/servers/free-port.mjs';
import { startEmbeddedNats } from '../../tools/servers/embedded-nats.mjs';
import { startEmbeddedPostgres } from '../../tools/servers/embedded-postgres.mjs';
import { untilReady } from '../../tools/servers/until-ready.mjs';
import { findNatsServer } from '../../tools/nats-server.mjs';
import { readConfiguration } from '../../dist/apps/all-in-one/src/environment.js';
import { prepareNode } from '../../dist/apps/all-in-one/src/prepare-node.js';
import { cpuSeconds, familyCpuSeconds, residentMemory } from './memory.mjs';

const PASSWORD = 'Bench-Password-2026';
/** As on the machine the floors of the design were measured on: everything durable. */
const POSTGRES = {
  shared_buffers: '2GB',
  max_connections: 200,
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  work_mem: '32MB',
  jit: 'off',
  shared_preload_libraries: 'pg_stat_statements',
};

/**
 * The system as it is deployed: every service its own process, one PostgreSQL and one nats-server that flush before they answer.
 * Figures taken on it hold for one machine with everything on it.
 */
export async function startSystem({ only = SERVICES } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-bench-'));
  const postgresFolder = mkdtempSync(join(tmpdir(), 'xinqiao-bench-pg-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: postgresFolder,
    logFile: join(folder, 'postgres.log'),
    password: 'bench',
    settings: POSTGRES,
    removeAfter: postgresFolder,
  });
  const nats = await startNats(folder);
  const port = await freePort();
  const compiled = join(folder, 'compiled');
  for (const name of only) compileAhead(name, compiled);
  const shared = {
    NODE_COMPILE_CACHE: compiled,
    NATS_URL: nats.url,
    NATS_MONITOR_URL: nats.monitorUrl,
    XINQIAO_KEYS: join(folder, 'keys'),
    XINQIAO_CLOCK: '2026-11-23',
    NODE_ENV: 'development',
  };
  const databases = await prepareNode(readConfiguration({ ...shared, DATABASE_URL: postgres.url, PORT: String(port) }));
  const processes = new Map();
  const adminUrl = new URL(postgres.url);
  adminUrl.pathname = '/xinqiao';
  const system = {
    adminUrl: adminUrl.href,
    url: `http://127.0.0.1:${port}`,
    nats,
    postgres,
    start: (name) =>
      startService(name, processes, { ...shared, PORT: String(port), DATABASE_URL: databases[name]?.appUrl ?? '' }),
    kill: (name) => kill(processes.get(name)),
    pid: (name) => processes.get(name).pid,
    restartNats: async () => {
      await system.nats.stop();
      system.nats = await startNats(folder, system.nats.port);
    },
    count: (table) => count(adminUrl.href, table),
    memory: () => Object.fromEntries([...processes].map(([name, child]) => [name, residentMemory(child.pid)])),
    cpu: () => ({
      ...Object.fromEntries([...processes].map(([name, child]) => [name, cpuSeconds(child.pid) ?? 0])),
      nats: familyCpuSeconds(system.nats.pid),
      postgres: familyCpuSeconds(postgres.pid),
    }),
    stop: async () => {
      await Promise.all([...processes.values()].map(stop));
      await system.nats.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    for (const name of only) system.start(name);
    await untilReady(system.url);
  } catch (error) {
    await system.stop();
    throw error;
  }
  return system;
}

async function startNats(folder, preferredPort) {
  return await startEmbeddedNats({
    binary: await findNatsServer(() => undefined),
    dataDir: join(folder, 'nats'),
    logFile: join(folder, 'nats.log'),
    ...(preferredPort ? { preferredPort } : {}),
  });
}

async function count(connectionString, table) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as count from ${table}`);
  await client.end();
  return rows[0].count;
}

/** The flags of docker-compose.yml. */
const YOUNG_MIB = { smi: 32, gateway: 8 };

function nodeFlags(name) {
  return [
    `--max-old-space-size=${name === 'registry' ? 128 : 384}`,
    `--max-semi-space-size=${YOUNG_MIB[name] ?? 16}`,
    ...(name === 'registry' ? [] : ['--v8-pool-size=1']),
  ];
}

/** As in the image (deploy/Dockerfile): without settings a service ends when all of it is loaded, and V8's work on it is kept. */
function compileAhead(name, folder) {
  spawnSync(process.execPath, [`dist/services/${name}.js`], { env: { NODE_COMPILE_CACHE: folder }, stdio: 'ignore' });
}

function startService(name, processes, variables) {
  const child = spawn(process.execPath, [...nodeFlags(name), `dist/services/${name}.js`], {
    // BENCH_LOGS names a folder for what the services say; without it nobody reads it.
    stdio: [
      'ignore',
      process.env.BENCH_LOGS ? openSync(join(process.env.BENCH_LOGS, `${name}.log`), 'a') : 'ignore',
      'inherit',
    ],
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
      ...variables,
      XINQIAO_ADMIN_PASSWORD: PASSWORD,
    },
  });
  child.started = performance.now();
  processes.set(name, child);
  return child;
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}

async function kill(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** The header of somebody who signed in just now. */
export async function signIn(system, username) {
  const { accessToken } = await call(system, 'POST', '/auth/login', { username, password: PASSWORD });
  return `Bearer ${accessToken}`;
}

/** One that can sign in with the bench's password. */
export async function createAccount(system, username, { roles, scopes }) {
  const account = { username, displayName: username, password: PASSWORD, roles, scopes };
  await call(system, 'POST', '/users', account, await signIn(system, 'admin'));
}

export async function call(system, method, path, body, authorization) {
  const answer = await fetch(`${system.url}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization ? { authorization } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}

export const BENCH_PASSWORD = PASSWORD;
