import type { ErrorEntry } from './catalogue.js';

/** Refusals of the kpi service. */
export const KPI_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
