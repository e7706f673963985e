/** Category decides the HTTP status at the gateway and whether a retry makes sense. */
export type ErrorCategory =
  | 'malformed'
  | 'validation'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'rule'
  | 'too_large'
  | 'locked'
  | 'rate_limited'
  | 'unavailable'
  | 'internal';

/** One entry of the closed list: the code is API and never changes; the texts may. */
export interface ErrorEntry {
  readonly category: ErrorCategory;
  readonly zh: string;
  readonly en: string;
}
