/** What an operator may set of the registry beyond the settings every service has. */
export interface RegistryOptions {
  /** Clear-text look-ups a user may make in a day (service-system.md G.4). Default 200. */
  readonly revealsPerDay: number;
  /** Largest import file in bytes. Default 100 MiB. */
  readonly largestImport: number;
  /** Most rows of one import. Default 1,000,000. */
  readonly importRows: number;
  /** Seconds after which a job whose worker is silent is taken over. Default 15. */
  readonly importLeaseSeconds: number;
}

export const REGISTRY_OPTIONS = Symbol('REGISTRY_OPTIONS');

export const DEFAULT_REGISTRY_OPTIONS: RegistryOptions = {
  revealsPerDay: 200,
  largestImport: 100 * 1024 * 1024,
  importRows: 1_000_000,
  importLeaseSeconds: 15,
};
