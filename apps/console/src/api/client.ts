import createClient from 'openapi-fetch';
import { session } from '../session/session.js';
import { currentLanguage } from '../texts/language.js';
import { ApiProblem } from './problem.js';
import type { components, paths } from './schema.js';

/** Shapes of the API by name: `Schemas['TaskDto']`. */
export type Schemas = components['schemas'];

/**
 * The API, typed by `docs/openapi.json`: `answer(api.GET('/api/v1/tasks', { params: { query: { org } }, signal }))`.
 * Any failure is thrown as `ApiProblem`.
 */
export const api = createClient<paths>({ baseUrl: '/', fetch: send });

/** The body of an answer that went well. */
export async function answer<T>(call: Promise<{ data?: T; response: Response }>): Promise<NonNullable<T>> {
  const { data } = await call;
  return data as NonNullable<T>;
}

/** The same for calls that answer with nothing (204). */
export async function done(call: Promise<{ response: Response }>): Promise<void> {
  await call;
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  const response = await session.fetch(request);
  if (!response.ok) throw await ApiProblem.of(response);
  return response;
}
