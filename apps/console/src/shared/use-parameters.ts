import { useCallback } from 'react';
import { useSearchParams, type NavigateOptions } from 'react-router';

/** What an address shall say; a name with `undefined` or '' goes out of it, one that is not given stays as it is. */
export type ParameterChanges = Readonly<Record<string, string | undefined>>;

type Change = (changes: ParameterChanges, options?: NavigateOptions) => void;

/** The parameters the page shows, and a way to change some of them. */
export function useParameters(): readonly [URLSearchParams, Change] {
  const [shown, setParameters] = useSearchParams();
  const change = useCallback<Change>(
    (changes, options) => {
      setParameters(withChanges(parametersNow(), changes), options);
    },
    [setParameters],
  );
  return [shown, change];
}

/** Those of the address itself. What is shown may lag behind what was chosen a moment ago, and would take it back. */
export function parametersNow(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** What takes these names out of an address. */
export function without(names: readonly string[]): ParameterChanges {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** These parameters with some changed. */
export function withChanges(parameters: URLSearchParams, changes: ParameterChanges): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
