import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';
import { waitBefore } from './use-write.js';

const READ_AGAIN_AFTER_MS = 30_000;
const RETRIES = 3;

/** Reads are kept for half a minute; only what may go well the next time is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: READ_AGAIN_AFTER_MS,
        refetchOnWindowFocus: false,
        retry: (failures, problem) => failures < RETRIES && problem instanceof ApiProblem && problem.isTransient,
        retryDelay: waitBefore,
      },
    },
  });
}
