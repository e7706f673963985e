import { CANARIES } from './good-requests.js';
import type { Answer } from './rest-client.js';

/** What is wrong with the answer to a bad request; nothing is the pass. */
export function faultOf({ status, headers, text, body }: Answer, field?: string): string | undefined {
  if (status < 400 || status >= 500) return `answered ${status}: ${text.slice(0, 300)}`;
  if (!/^application\/problem\+json/.test(headers.get('content-type') ?? '')) return 'is no problem document';
  if (Number(body.status) !== status || typeof body.code !== 'string') return `says ${text.slice(0, 300)}`;
  const told = Object.values(CANARIES).find((canary) => text.includes(canary));
  if (told !== undefined) return `repeats ${told}`;
  if (field === undefined) return undefined;
  const named = (body.errors ?? []).map((error) => error.field);
  return named.some((name) => name === field || name.startsWith(`${field}[`))
    ? undefined
    : `names ${text.slice(0, 400)}`;
}
