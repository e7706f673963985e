import { useCallback } from 'react';
import { useParameters } from './use-parameters.js';

/**
 * A choice that stands in the address, so that a link opens the same view and Back goes back: a filter, the sorting, a tab.
 * The usual value is not written. Never for what a person could be known by (names, ID numbers, phones).
 */
export function useAddress(name: string, usual = ''): readonly [string, (value: string) => void] {
  const [parameters, change] = useParameters();
  const set = useCallback(
    (value: string) => change({ [name]: value === usual ? undefined : value }),
    [name, usual, change],
  );
  return [parameters.get(name) ?? usual, set];
}
