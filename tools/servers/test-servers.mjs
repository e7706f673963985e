import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from '../nats-server.mjs';
import { startEmbeddedNats } from './embedded-nats.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

const started = [];

/** Servers that live as long as this process, in temporary folders; given addresses are used as they are. */
export async function startTestServers(given = {}) {
  const [postgres, nats] = await Promise.all([
    given.postgresUrl ? undefined : startPostgres(),
    given.natsUrl ? undefined : startNats(),
  ]);
  started.push(...[nats, postgres].filter(Boolean));
  return {
    postgresUrl: given.postgresUrl ?? postgres.url,
    natsUrl: given.natsUrl ?? nats.url,
    natsMonitorUrl: nats?.monitorUrl ?? given.natsMonitorUrl,
    /** Keys and the like of test nodes; goes away together with the NATS server. */
    scratch: nats?.scratch ?? mkdtempSync(join(tmpdir(), 'xinqiao-test-')),
  };
}

export async function stopTestServers() {
  await Promise.all(started.splice(0).map((server) => server.stop()));
}

function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-test-pg-'));
  return startEmbeddedPostgres({
    dataDir: folder,
    logFile: logFile('postgres'),
    password: randomBytes(12).toString('hex'),
    removeAfter: folder,
    settings: {
      max_connections: 300,
      shared_buffers: '128MB',
      // The database goes away with the run; what a crash of the machine would lose is nobody's.
      fsync: 'off',
      full_page_writes: 'off',
    },
  });
}

async function startNats() {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-test-nats-'));
  const server = await startEmbeddedNats({
    binary: await findNatsServer((line) => process.stderr.write(`${line}\n`)),
    dataDir: folder,
    logFile: logFile('nats'),
    removeAfter: folder,
  });
  return { ...server, scratch: folder };
}

/** One file a user, kept after the run: the first place to look when a suite fails strangely. */
function logFile(server) {
  return join(tmpdir(), `xinqiao-test-${server}-${userInfo().uid}.log`);
}
