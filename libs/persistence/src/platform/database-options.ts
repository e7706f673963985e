import type { ServiceSettings } from '#tier';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { EntityClass } from './schema-classes.js';
import { typeParsers } from './type-parsers.js';

/** Schema of the extensions every service may use (`pg_trgm`, `btree_gist`). */
export const EXTENSION_SCHEMA = 'extension';

/** Where unqualified names are looked up; `pg_temp` last, so that a temporary table cannot stand in for ours. */
export function searchPath(service: string): string {
  return `${service}, ${EXTENSION_SCHEMA}, pg_temp`;
}

const STATEMENT_TIMEOUT_MS = 15_000;
/** A request that waits longer for a row lock than this is better refused and repeated. */
const LOCK_TIMEOUT_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 15_000;
/** Also the longest wait for a free connection of the pool. */
const CONNECT_TIMEOUT_MS = 3_000;

export interface PoolOptions {
  readonly url: string;
  readonly service: string;
  readonly poolSize: number;
  readonly entities: readonly EntityClass[];
  readonly onPoolError: (error: Error) => void;
}

/**
 * Always hears of its own end. Pool and TypeORM listen in turns; a server that ends the connection in one chunk with the answer they
 * hand it over at would be heard by nobody, and an error event nobody hears ends the process.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** How the driver meets the server, in every pool. */
function driverOptions(service: string, settings = ''): pg.PoolConfig {
  return {
    // Lets BEGIN travel with the first statement and COMMIT with the last (ADR 0003).
    pipeline: true,
    Client: HeardClient,
    types: typeParsers,
    keepAlive: true,
    options: `-c search_path=${searchPath(service).replaceAll(' ', '')}${settings}`,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    // The server's limit comes first; this one is for a link that died silently.
    query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
  };
}

/** The service's pool. TypeORM never logs here: its log repeats parameters, which are personal data. */
export function databaseOptions(options: PoolOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    schema: options.service,
    entities: [...options.entities],
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolSize: options.poolSize,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    applicationName: `xinqiao-${options.service}`,
    poolErrorHandler: options.onPoolError,
    extra: driverOptions(options.service),
  };
}

/** One reads while the other waits for somebody's lock or a slow answer. */
const KEY_READERS = 2;
/** Else PostgreSQL plans a statement with arrays anew each time, taking each for ten keys: twice what the reading costs. */
const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan';

/** The pool of `KeyReader`: opened with its first read, kept from then on. */
export function keyReaderPool(options: Omit<PoolOptions, 'entities' | 'poolSize'>): pg.Pool {
  const pool = new pg.Pool({
    ...driverOptions(options.service, ` -c default_transaction_read_only=on ${PLAN_ONCE}`),
    connectionString: options.url,
    max: KEY_READERS,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: `xinqiao-${options.service}`,
  });
  pool.on('error', options.onPoolError);
  return pool;
}

/** Name of the data source within the process: all-in-one and tests hold several. */
export function dataSourceName(settings: ServiceSettings): string {
  return `${settings.service}@${settings.node.id}`;
}
