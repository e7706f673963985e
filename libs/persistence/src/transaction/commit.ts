import { DomainError } from '#contracts';
import type { QueryConfig } from 'pg';
import type { Lease } from './lease.js';

/**
 * Sends the last statements and COMMIT in one round trip. When a statement fails PostgreSQL answers the COMMIT behind it with a
 * rollback. When the connection is lost nobody knows whether the COMMIT arrived: the caller is told so, and repeats under the same
 * idempotency key.
 */
export async function commit(lease: Lease, statements: readonly (QueryConfig | undefined)[]): Promise<void> {
  const last = statements.filter((statement) => statement !== undefined);
  const [committed, ...stored] = await Promise.allSettled(
    lease.together(() => {
      const sent = last.map((statement) => lease.send(statement));
      return [lease.send('commit'), ...sent] as const;
    }),
  );
  const failed = stored.find((one) => one.status === 'rejected');
  if (failed) throw outcomeOf(failed.reason);
  if (committed.status === 'rejected') throw outcomeOf(committed.reason);
  if (committed.value.command !== 'COMMIT') {
    throw new Error('a statement failed inside the work and was passed over: nothing was committed');
  }
}

function outcomeOf(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'COMMON.UNAVAILABLE') return error;
  return new DomainError('COMMON.TIMEOUT', {
    ...error.options,
    detail: 'the connection was lost while committing: the outcome is unknown',
    cause: error,
  });
}
