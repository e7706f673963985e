import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { session } from '../session/session.js';
import { ApiProblem } from './problem.js';
import { contentOf, useOnce } from './use-once.js';

const LONGEST_WAIT_MS = 30_000;

interface Intention {
  readonly content: string;
  readonly key: string;
}

export interface WriteOptions<TAnswer> {
  readonly onSuccess?: (answer: TAnswer) => unknown;
}

/**
 * A write that happens once, however often the line is cut while it is sent and however often the user asks for it: until it
 * is answered, the same content goes out by itself and under the same `Idempotency-Key`. Changed content is another write.
 * It ends with the session it was asked for in: the next user of this page would send it in his own name.
 */
export function useWrite<TBody, TAnswer>(
  send: (body: TBody, key: string) => Promise<TAnswer>,
  { onSuccess }: WriteOptions<TAnswer> = {},
): UseMutationResult<TAnswer, ApiProblem, TBody> {
  const intention = useRef<Intention | undefined>(undefined);
  const begunAfter = useRef<number | undefined>(undefined);
  const write = useMutation<TAnswer, ApiProblem, TBody>({
    onMutate: () => {
      begunAfter.current = session.endings;
    },
    mutationFn: (body) => {
      if (begunAfter.current !== session.endings) return Promise.reject(ApiProblem.sessionOver());
      const content = contentOf(body);
      if (intention.current?.content !== content) intention.current = { content, key: crypto.randomUUID() };
      return send(body, intention.current.key);
    },
    retry: (_, problem) => problem instanceof ApiProblem && problem.isTransient,
    retryDelay: (attempt, problem) => waitBefore(attempt, problem),
    // The key must not be used for another write with the same content later.
    onSuccess: (answer) => {
      intention.current = undefined;
      return onSuccess?.(answer);
    },
    onError: () => (intention.current = undefined),
  });
  return { ...write, mutate: useOnce(write) };
}

/** Whether a write is on its way although the line is cut: it goes on by itself. A refusal is an answer. */
export function isWaiting(write: Pick<UseMutationResult, 'isPending' | 'isPaused' | 'failureCount'>): boolean {
  return write.isPending && (write.isPaused || write.failureCount > 0);
}

/** Longer from time to time, never shorter than the server asks. */
export function waitBefore(attempt: number, problem: unknown): number {
  const asked = problem instanceof ApiProblem ? (problem.retryAfter ?? 0) * 1_000 : 0;
  return Math.max(asked, Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt));
}
