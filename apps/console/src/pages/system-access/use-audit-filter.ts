import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditFilter } from './access-queries.js';

const NAMES = ['from', 'to', 'actorId', 'action', 'subjectId', 'outcome', 'correlationId', 'service'] as const;

export type AuditField = (typeof NAMES)[number];
export type Narrow = (changes: Partial<Record<AuditField, string | undefined>>) => void;

interface AuditFilterOfAddress {
  readonly filter: AuditFilter;
  readonly narrow: Narrow;
  readonly clear: () => void;
}

/** The filter in the address: a link to a view opens the same view. It holds ids and codes, never a name. */
export function useAuditFilter(): AuditFilterOfAddress {
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => {
    const given = NAMES.flatMap((name) => {
      const value = parameters.get(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    });
    return Object.fromEntries(given);
  }, [parameters]);
  const narrow = useCallback<Narrow>(
    (changes) =>
      setParameters((now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
    [setParameters],
  );
  const clear = useCallback(() => setParameters({}), [setParameters]);
  return { filter, narrow, clear };
}
