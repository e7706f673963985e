import type { ErrorEntry } from './catalogue.js';

/** Refusals of the registry service. */
export const REGISTRY_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
