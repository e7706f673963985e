import { useCallback, useMemo } from 'react';
import { useParameters, without } from '../../shared/use-parameters.js';
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
  const [parameters, narrow] = useParameters();
  const filter = useMemo(() => {
    const given = NAMES.flatMap((name) => {
      const value = parameters.get(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    });
    return Object.fromEntries(given);
  }, [parameters]);
  const clear = useCallback(() => narrow(without(NAMES)), [narrow]);
  return { filter, narrow, clear };
}
