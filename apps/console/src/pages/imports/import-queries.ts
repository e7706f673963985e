import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type ImportJob = Schemas['ImportJobDto'];
export type ImportMode = 'preview' | 'commit';

/** A file of ten thousand rows takes seconds: the page looks this often while one is running. */
const LOOK_EVERY_MS = 1_500;
const SHOWN = 50;

/** Imports, newest first, looked at again while one of them is running. */
export function importJobs() {
  return queryOptions({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports', { params: { query: { limit: SHOWN } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? LOOK_EVERY_MS : false),
  });
}

/** One import, looked at again until it has ended. */
export function importJob(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isRunning(state.data) ? LOOK_EVERY_MS : false),
  });
}

export function isRunning({ status }: Pick<ImportJob, 'status'>): boolean {
  return status === 'running';
}

/** Rows of a failed import that were stored before it stopped. */
export function keptRows({ status, mode, accepted }: Pick<ImportJob, 'status' | 'mode' | 'accepted'>): number {
  return status === 'failed' && mode === 'commit' ? accepted : 0;
}

/** Sends a file; answers the job that works it off. */
export function startImport(kind: string, mode: ImportMode, file: File, key: string): Promise<ImportJob> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('mode', mode);
  form.append('file', file, file.name);
  return answer(
    api.POST('/api/v1/imports', {
      // The document describes the parts; the browser writes them.
      body: form as never,
      bodySerializer: (body: unknown) => body as FormData,
      headers: { 'Idempotency-Key': key },
    }),
  );
}
