import type { Clock } from './clock.js';
import type { NodeIdentity } from './node-identity.js';

/** The services with a database schema of their own, plus the gateway, which has none. */
export type ServiceName = 'gateway' | 'identity' | 'registry' | 'smi' | 'kpi';

/** Everything a service is told from outside. Built once from the environment (or by all-in-one, or by a test). */
export interface ServiceSettings {
  readonly service: ServiceName;
  readonly node: NodeIdentity;
  readonly clock: Clock;
  /** Connection string of the service's own role; empty for the gateway. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser?: string;
  readonly natsPassword?: string;
  /** Where NATS answers `/varz` and `/jsz`; without it the flush check can only warn. */
  readonly natsMonitorUrl?: string;
  /** JetStream stream that carries events. */
  readonly eventStream: string;
  /** Directory of keys outside the database: field keys, bus key, token keys. */
  readonly keysDirectory: string;
  /** Province 99 (made-up people) is accepted only here. */
  readonly demo: boolean;
  /** Largest number of PostgreSQL connections this process may hold. */
  readonly poolSize: number;
}

export const SERVICE_SETTINGS = Symbol('SERVICE_SETTINGS');
