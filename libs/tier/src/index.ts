export { fixedClock, systemClock, type Clock } from './clock.js';
export type { NodeIdentity, Tier } from './node-identity.js';
export { SERVICE_SETTINGS, type ServiceName, type ServiceSettings } from './service-settings.js';
