import type { ErrorEntry } from './catalogue.js';

/** Refusals of the identity service. */
export const IDENTITY_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
