import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { DataSource } from 'typeorm';

/** What may be read of a moment in time. */
export type Snapshot = Pick<Tx, 'query'>;

/** Reads many statements at one point of time, while others write. */
@Injectable()
export class SnapshotRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs the work on a REPEATABLE READ snapshot over all areas; for counts only, never for anybody's data. */
  async read<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query(`set transaction read only`);
      await runner.query(`select set_config('app.scope', '{""}', true)`);
      return await work({ query: (sql, params = []) => runner.query(sql, [...params]) });
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }
}
