import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { FollowUpRecord } from '#domain';
import { answer, api } from '../../api/client.js';

const PAGE = 50;

/** One case, with what the rules need beside a form. */
export function smiCase(id: string) {
  return queryOptions({
    queryKey: ['smi-case', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/smi/cases/{id}', { params: { path: { id } }, signal })),
  });
}

/** Its history, the newest first, page by page. */
export function timeline(id: string) {
  return infiniteQueryOptions({
    queryKey: ['smi-case', id, 'timeline'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return answer(api.GET('/api/v1/smi/cases/{id}/timeline', { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** One record with its versions. */
export function followUp(caseId: string, id: string) {
  return queryOptions({
    queryKey: ['smi-case', caseId, 'follow-up', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/smi/cases/{id}/follow-ups/{followUpId}', {
          params: { path: { id: caseId, followUpId: id } },
          signal,
        }),
      ),
  });
}

const FOLLOWED = ['registered', 'lost', 'in_hospital'];

/** Whether records are still taken; not after a death, a transfer or a cancellation. */
export function isFollowed({ status }: { readonly status: string }): boolean {
  return FOLLOWED.includes(status);
}

/** Key of an unsaved record on this device. */
export const draftKey = (caseId: string): string => `follow-up:${caseId}`;

/** The last visit at which the patient's state was taken down; not a stay in hospital, not an attempt. */
export function lastVisitIn(
  items: readonly { readonly kind: string; readonly data: unknown }[],
): Partial<FollowUpRecord> | undefined {
  const visits = items.filter(({ kind }) => kind === 'follow_up').map(({ data }) => data as Partial<FollowUpRecord>);
  return visits.find(({ hospitalisation }) => hospitalisation !== 1);
}
