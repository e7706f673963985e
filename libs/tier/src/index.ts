export { fixedClock, systemClock, type Clock } from './clock.js';
export { describeEnvironment, EnvVar, type EnvType, type EnvVarDeclaration, type EnvVarOptions } from './env-var.js';
export { EnvironmentError, loadEnvironment, type EnvironmentSource } from './load-environment.js';
export { BusEnvironment, clockOf, NodeEnvironment, nodeIdentityOf } from './node-environment.js';
export type { NodeIdentity, Tier } from './node-identity.js';
export { nodeSettings, ServiceEnvironment, serviceSettingsFromEnvironment } from './service-environment.js';
export { SERVICE_SETTINGS, type ServiceName, type ServiceSettings } from './service-settings.js';
export { INSTALLATION, PRODUCT_VERSION } from './installation.js';
