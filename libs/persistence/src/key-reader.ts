import type { OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { isConnectionFailure, translateDatabaseError } from './platform/database-error.js';
import { inOnePacket } from './transaction/in-one-packet.js';
import { namedStatement } from './transaction/named-statement.js';
import { SharingQueue } from './transaction/sharing-queue.js';

interface WaitingRead {
  readonly sql: string;
  readonly params: readonly unknown[];
  readonly settled: PromiseWithResolvers<QueryResult>;
}

/**
 * Reads by one statement that looks up keys in tables without people: no area scope is ever set here, so a table under row security
 * shows nothing, and its connections are read only. Nothing travels with the statement, and those that arrive together leave in one
 * packet. Each is planned once a connection, for any values: never for ranges.
 */
export class KeyReader implements OnApplicationShutdown {
  private readonly queue = new SharingQueue<WaitingRead>(
    (batch) => this.carry(batch),
    () => [],
    () => undefined,
  );

  /** @param pool as `keyReaderPool` makes it */
  constructor(private readonly pool: Pool) {}

  /** The text must be a constant: every new text stays in memory. */
  async read<R>(sql: string, params: readonly unknown[]): Promise<R[]> {
    const settled = Promise.withResolvers<QueryResult>();
    this.queue.add({ sql, params, settled });
    const { rows } = await settled.promise;
    return rows as R[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async carry(batch: readonly WaitingRead[]): Promise<void> {
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      for (const { settled } of batch) settled.reject(translateDatabaseError(error));
      return;
    }
    let broken = false;
    const ask = async ({ sql, params, settled }: WaitingRead) => {
      try {
        settled.resolve(await client.query(namedStatement(sql, params)));
      } catch (error) {
        broken ||= isConnectionFailure(error);
        settled.reject(translateDatabaseError(error));
      }
    };
    await Promise.all(inOnePacket(client, () => batch.map(ask)));
    client.release(broken);
  }
}
