import type { ServiceName } from '#tier';

/** Services that own a schema. */
export type StoringService = Exclude<ServiceName, 'gateway'>;

export interface ServiceDatabase {
  /** Connection string of the role the service runs as: no DDL, row security applies. */
  readonly appUrl: string;
  /** Connection string of the schema's owner, for migrations only. */
  readonly ownerUrl: string;
}

export interface ProvisionOptions {
  /** Default `xinqiao`. Created when missing. */
  readonly database?: string;
  /** Passwords of roles (`xq_smi`, `xq_smi_owner`, …). Default: random ones, set anew at each call. */
  readonly password?: (role: string) => string;
}

/** Creates or mends database, schemas, roles and grants; may be repeated. `adminUrl` is a superuser's. */
export function provisionDatabase<S extends StoringService>(
  _adminUrl: string,
  _services: readonly S[],
  _options: ProvisionOptions = {},
): Promise<Record<S, ServiceDatabase>> {
  return Promise.reject(new Error('not yet'));
}
