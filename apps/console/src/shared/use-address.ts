import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * A choice that stands in the address, so that a link opens the same view and Back goes back: a filter, the sorting, a tab.
 * The usual value is not written. Never for what a person could be known by (names, ID numbers, phones).
 */
export function useAddress(name: string, usual = ''): readonly [string, (value: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (value: string) => {
      setParameters((now) => {
        const next = new URLSearchParams(now);
        if (value === usual) next.delete(name);
        else next.set(name, value);
        return next;
      });
    },
    [name, usual, setParameters],
  );
  return [parameters.get(name) ?? usual, set];
}
