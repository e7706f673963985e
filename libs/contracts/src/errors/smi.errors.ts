import type { ErrorEntry } from './catalogue.js';

/** Refusals of the smi service. */
export const SMI_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
