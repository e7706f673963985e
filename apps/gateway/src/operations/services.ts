import type { ServiceName } from '#tier';

/** Services with a database of their own: what operators and probes ask one after the other. */
export const STORING_SERVICES = ['identity', 'registry', 'smi', 'kpi'] as const satisfies readonly ServiceName[];

export type StoringServiceName = (typeof STORING_SERVICES)[number];
