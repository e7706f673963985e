import type { StoringService } from '../platform/provision-database.js';

/** Creates the key files that are missing (mode 0600) and leaves the others alone: losing one loses the data it sealed. */
export function ensureKeys(_keysDirectory: string, _services: readonly StoringService[]): Promise<void> {
  return Promise.reject(new Error('not yet'));
}
