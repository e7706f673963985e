import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import type { Role } from '../../shared/role-name.js';

export type User = Schemas['UserDto'];
export type RoleInfo = Schemas['RoleDto'];
export type AuditEntry = Schemas['AuditEntryDto'];
export type Actor = Schemas['ActorDto'];

/** What the list of accounts is narrowed to; all but the words stands in the address. */
export interface UserFilter {
  readonly q?: string;
  readonly role?: Role;
  readonly state?: 'active' | 'inactive';
}

const PAGE = 50;

export function users(filter: UserFilter) {
  return infiniteQueryOptions({
    queryKey: ['users', filter],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) => answer(usersPage(filter, { cursor, limit: PAGE }, signal)),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function usersPage({ q, ...filter }: UserFilter, page: { cursor: string; limit: number }, signal: AbortSignal) {
  return q === undefined
    ? api.GET('/api/v1/users', { params: { query: { ...filter, ...page } }, signal })
    : api.POST('/api/v1/users/search', { body: { q, ...filter, ...page }, signal });
}

export function user(id: string) {
  return queryOptions({
    queryKey: ['user', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  });
}

/** Every role: what it opens, with whom it may not meet, who hands it out. */
export const roles = queryOptions({
  queryKey: ['roles'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/roles', { signal }))).items,
});

/** What the trail is narrowed to. */
export type AuditFilter = Omit<NonNullable<Parameters<typeof auditQuery>[0]>, 'cursor' | 'limit'>;

export function auditTrail(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) => auditQuery({ ...filter, cursor, limit: PAGE }, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Accounts by a part of their name. */
export function actors(q: string) {
  return queryOptions({
    queryKey: ['audit', 'actors', q],
    enabled: q.trim() !== '',
    queryFn: async ({ signal }) =>
      (await answer(api.POST('/api/v1/audit/actors/search', { body: { q }, signal }))).items,
  });
}

interface AuditQuery {
  readonly from?: string;
  readonly to?: string;
  readonly actorId?: string;
  readonly action?: string;
  readonly subjectId?: string;
  readonly outcome?: 'done' | 'refused';
  readonly correlationId?: string;
  readonly service?: AuditEntry['service'];
  readonly cursor: string;
  readonly limit: number;
}

function auditQuery(query: AuditQuery, signal: AbortSignal) {
  return answer(api.GET('/api/v1/audit', { params: { query }, signal }));
}
