/** Those that run in processes of their own in containers. */
export const SERVICES = ['identity', 'registry', 'smi', 'kpi', 'gateway'];
