import { DomainError } from '#contracts';
import type { QueryConfig } from 'pg';
import type { Lease } from './lease.js';

/**
 * Stores the final rows and commits, in one round trip. When the statement fails PostgreSQL answers the COMMIT behind it with a
 * rollback. When the connection is lost nobody knows whether the COMMIT arrived: the caller is told so, and repeats under the same
 * idempotency key.
 */
export async function commit(lease: Lease, finalRows: QueryConfig | undefined): Promise<void> {
  const [stored, committed] = await Promise.allSettled(
    lease.together(() => [finalRows ? lease.send(finalRows) : Promise.resolve(), lease.send('commit')] as const),
  );
  if (stored.status === 'rejected') throw outcomeOf(stored.reason);
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
