export { anonymousCaller, systemCaller, type CallContext, type Caller } from './caller.js';
export { HealthRegistry, type HealthCheck, type HealthReport } from './health-registry.js';
