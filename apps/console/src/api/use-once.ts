import type { UseMutationResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';

type Mutation<TAnswer, TError, TBody> = UseMutationResult<TAnswer, TError, TBody>;

/** What is asked for again before the page shows the answer (Enter struck twice) is the same wish, and is sent once. */
export function useOnce<TAnswer, TError, TBody>({
  mutate,
  isPending,
  submittedAt,
}: Mutation<TAnswer, TError, TBody>): Mutation<TAnswer, TError, TBody>['mutate'] {
  const sent = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isPending) sent.current = undefined;
  }, [isPending, submittedAt]);
  return useCallback(
    (...asked) => {
      const content = contentOf(asked[0]);
      if (sent.current === content) return;
      sent.current = content;
      mutate(...asked);
    },
    [mutate],
  );
}

/** The same for the same values. */
export function contentOf(body: unknown): string {
  return JSON.stringify({ body });
}
