export { AppLogger, type AppLoggerOptions, type LogLevel } from './app-logger.js';
export { currentCorrelationId, runInCall, type CallScope } from './call-scope.js';
export { anonymousCaller, systemCaller, type CallContext, type Caller } from './caller.js';
export { HealthRegistry, type HealthCheck, type HealthReport } from './health-registry.js';
export { serveHealth } from './health-server.js';
export { MetricsRegistry } from './metrics-registry.js';
export { ObservabilityModule, type ObservedService } from './observability.module.js';
export { processVitals, type ProcessVitals } from './process-vitals.js';
