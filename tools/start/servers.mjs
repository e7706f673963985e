import { join } from 'node:path';
import { Refusal } from '../bootstrap/project.mjs';
import { startEmbeddedNats } from '../servers/embedded-nats.mjs';
import { startEmbeddedPostgres } from '../servers/embedded-postgres.mjs';

/** Durable, and small enough for a station's machine; a larger one brings its own PostgreSQL (DATABASE_URL). */
const POSTGRES_SETTINGS = {
  max_connections: 60,
  shared_buffers: '96MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  max_parallel_workers_per_gather: 1,
  jit: 'off',
};

/** PostgreSQL and nats-server, embedded unless DATABASE_URL or NATS_URL name others. */
export async function startServers(progress, folder) {
  const started = [];
  const stop = async () => {
    for (const server of started.splice(0).reverse()) await server.stop();
  };
  try {
    const postgres = process.env.DATABASE_URL ? undefined : await embeddedPostgres(progress, folder);
    if (postgres) started.push(postgres);
    const nats = process.env.NATS_URL ? undefined : await embeddedNats(progress, folder);
    if (nats) started.push(nats);
    return {
      variables: {
        ...(postgres ? { DATABASE_URL: postgres.url } : {}),
        ...(nats ? { NATS_URL: nats.url, NATS_MONITOR_URL: nats.monitorUrl } : {}),
      },
      /** Resolves with a name when a server ends although nobody asked it to. */
      lost: Promise.race([
        ...(postgres ? [postgres.exited.then(() => 'PostgreSQL')] : []),
        ...(nats ? [nats.exited.then(() => 'nats-server')] : []),
        new Promise(() => undefined),
      ]),
      stop,
    };
  } catch (error) {
    await stop();
    throw error instanceof Refusal ? error : new Refusal(error.message);
  }
}

async function embeddedPostgres(progress, folder) {
  const { path, moved } = folder.postgres();
  if (moved) progress.note(`  PostgreSQL keeps its data in ${moved}`);
  return await progress.step('Starting PostgreSQL', () =>
    startEmbeddedPostgres({
      dataDir: path,
      logFile: folder.log('postgres'),
      password: folder.secret('postgres-password'),
      settings: POSTGRES_SETTINGS,
      reachableRoot: '/var/lib/xinqiao/postgres-programs',
    }),
  );
}

async function embeddedNats(progress, folder) {
  return await progress.step('Starting nats-server', () =>
    startEmbeddedNats({
      binary: process.env.NATS_SERVER_BIN ?? 'nats-server',
      dataDir: join(folder.path, 'nats'),
      logFile: folder.log('nats-server'),
    }),
  );
}
