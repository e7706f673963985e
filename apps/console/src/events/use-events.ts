import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Which reads are out of date after which hint of the server: the first words of their query keys. */
const STALE_AFTER: Readonly<Record<string, readonly string[]>> = {
  'import.finished': ['imports', 'people', 'cases', 'tasks'],
  'tasks.changed': ['tasks'],
  'figures.changed': ['kpi'],
  'dead_letter.recorded': ['ops'],
};
const LONGEST_WAIT_MS = 60_000;

/** Keeps what is on the page up to date by the server's hints, as long as the page is open. One line for all of it. */
export function useEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const open = () => {
      source = new EventSource('/api/v1/events');
      source.addEventListener('begin', () => (failures = 0));
      source.addEventListener('reset', () => void queries.invalidateQueries());
      for (const type of Object.keys(STALE_AFTER)) source.addEventListener(type, () => refresh(queries, type));
      source.onerror = () => {
        // A browser tries again by itself, but not after a refusal, and never ever more slowly.
        source?.close();
        failures += 1;
        timer = setTimeout(open, Math.min(LONGEST_WAIT_MS, 2_000 * 2 ** failures));
      };
    };
    // The first reads of the page come first.
    timer = setTimeout(open, 1_000);
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [queries]);
}

function refresh(queries: QueryClient, type: string): void {
  for (const first of STALE_AFTER[type] ?? []) void queries.invalidateQueries({ queryKey: [first] });
}
