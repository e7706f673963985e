import type { DataSource, QueryRunner } from 'typeorm';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { isConnectionFailure, translateDatabaseError } from '../platform/database-error.js';
import { inOnePacket } from './in-one-packet.js';

/** What the typings keep to themselves: TypeORM's runner can throw its connection away. */
type PostgresRunner = QueryRunner & { releasePostgresConnection(error?: Error): Promise<void> };

/** One connection of the pool, lent for one transaction. Statements go to the driver directly; TypeORM shares the connection. */
export class Lease {
  private broken: Error | undefined;
  private failed = false;

  private constructor(
    private readonly runner: PostgresRunner,
    private readonly client: PoolClient,
  ) {
    routeThroughTranslation(runner);
  }

  static async take(dataSource: DataSource): Promise<Lease> {
    const runner = dataSource.createQueryRunner() as PostgresRunner;
    try {
      return new Lease(runner, (await runner.connect()) as PoolClient);
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  get manager(): QueryRunner['manager'] {
    return this.runner.manager;
  }

  /** Whether a statement failed, whoever has seen it: the transaction can only be rolled back. */
  get hasFailed(): boolean {
    return this.failed;
  }

  /** Whether the connection was lost: nobody knows what became of a COMMIT under way. */
  get isBroken(): boolean {
    return this.broken !== undefined;
  }

  /** Sends at once; the driver keeps the order of several that are not waited for. */
  async send(statement: string | QueryConfig): Promise<QueryResult> {
    try {
      return await this.client.query(statement);
    } catch (error) {
      this.failed = true;
      if (isConnectionFailure(error)) this.broken = error as Error;
      throw translateDatabaseError(error);
    }
  }

  /** Statements sent inside travel in one packet. */
  together<T>(sending: () => T): T {
    return inOnePacket(this.client, sending);
  }

  /** Ends a transaction that failed. A connection that cannot even roll back is thrown away: the server then ends it. */
  async rollBack(): Promise<void> {
    if (this.broken) return;
    try {
      await this.client.query('rollback');
    } catch (error) {
      this.broken = error as Error;
    }
  }

  async giveBack(): Promise<void> {
    await this.runner.releasePostgresConnection(this.broken);
  }
}

/**
 * Makes what TypeORM's manager throws the same as what `query` throws, and tells it that a transaction is open, so that a nested
 * `manager.transaction` becomes a savepoint and `insert` opens none of its own.
 */
function routeThroughTranslation(runner: PostgresRunner): void {
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  runner.query = (async (...args: unknown[]) => {
    try {
      return await query(...args);
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }) as typeof runner.query;
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
