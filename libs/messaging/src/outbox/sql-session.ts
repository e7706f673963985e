import type { DataSource, QueryRunner } from 'typeorm';

type PostgresRunner = QueryRunner & { releasePostgresConnection(error?: Error): Promise<void> };

/** Statements on one connection. */
export interface SqlSession {
  rows<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Runs `work` between BEGIN and COMMIT. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/** One connection held for as long as a lock of the session lives on it. */
export class LockedSession implements SqlSession {
  private broken = false;

  private constructor(private readonly runner: PostgresRunner) {}

  /** A statement failed: nobody knows whether the connection, and with it the lock, is still there. */
  get failed(): boolean {
    return this.broken;
  }

  /** The session that holds the lock of this name in this schema, or undefined while another process holds it. */
  static async acquire(dataSource: DataSource, lock: string): Promise<LockedSession | undefined> {
    const runner = dataSource.createQueryRunner() as PostgresRunner;
    try {
      await runner.connect();
      const session = new LockedSession(runner);
      const key = `hashtextextended($1 || ':' || current_schema(), 0)`;
      const [answer] = await session.rows<{ mine: boolean }>(`select pg_try_advisory_lock(${key}) as mine`, [lock]);
      if (answer?.mine === true) return session;
      await runner.release();
      return undefined;
    } catch (error) {
      await runner.releasePostgresConnection(error as Error).catch(() => undefined);
      throw error;
    }
  }

  async rows<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    try {
      const result = (await this.runner.query(sql, params as unknown[], true)) as { records: R[] };
      return result.records;
    } catch (error) {
      this.broken = true;
      throw error;
    }
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.rows('begin');
    try {
      const result = await work();
      await this.rows('commit');
      return result;
    } catch (error) {
      await this.rows('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Closes the connection, and with it the lock: a session in doubt must not go back to the pool. */
  async close(): Promise<void> {
    await this.runner.releasePostgresConnection(new Error('relay session closed')).catch(() => undefined);
  }
}
