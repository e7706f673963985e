import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReadName } from '../api/read-name.js';

/** Which reads are out of date after which hint of the server: the first words of their query keys. */
const STALE_AFTER: Readonly<Record<string, readonly ReadName[]>> = {
  'import.finished': [
    'imports',
    'persons',
    'person',
    'search',
    'smi-cases',
    'smi-case',
    'tasks',
    'areas',
    'population',
  ],
  'tasks.changed': ['tasks'],
  'figures.changed': ['kpi'],
  'dead_letter.recorded': ['ops'],
};
const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 60_000;

/** Keeps what is on the page up to date by the server's hints, as long as the page is open. One line for all of it. */
export function useEvents(): void {
  const queries = useQueryClient();
  // The first reads of the page come first.
  useEffect(() => listen(queries, 1_000), [queries]);
}

/**
 * A line that is cut the browser opens again by itself and says where it was (`Last-Event-ID`), so that nothing is missed. One
 * that was refused it leaves closed: that is tried anew ever more slowly, and what was on the page meanwhile is read again.
 */
function listen(queries: QueryClient, startAfterMs: number): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  const open = () => {
    source = new EventSource('/api/v1/events');
    source.addEventListener('begin', () => {
      if (refusals > 0) void queries.invalidateQueries();
      refusals = 0;
    });
    source.addEventListener('reset', () => void queries.invalidateQueries());
    for (const type of Object.keys(STALE_AFTER)) source.addEventListener(type, () => refresh(queries, type));
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** refusals));
      refusals += 1;
    };
  };
  timer = setTimeout(open, startAfterMs);
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function refresh(queries: QueryClient, type: string): void {
  for (const first of STALE_AFTER[type] ?? []) void queries.invalidateQueries({ queryKey: [first] });
}
