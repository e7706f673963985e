import type { DynamicModule } from '@nestjs/common';
import type { MigrationClass, StoringService } from '#persistence';
import type { ServiceSettings } from '#tier';
import { IDENTITY_MIGRATIONS, IdentityModule } from '../../identity/src/identity.module.js';

/** A service with tables of its own, as all-in-one runs it. */
export interface StoringServiceEntry {
  readonly name: StoringService;
  readonly migrations: readonly MigrationClass[];
  readonly module: { forRoot(settings: ServiceSettings): DynamicModule };
  /** Connections to PostgreSQL it may hold in this process; with one process for all, fewer do. */
  readonly poolSize: number;
}

/** In the order they start; they stop in the opposite one. */
export const STORING_SERVICES: readonly StoringServiceEntry[] = [
  { name: 'identity', migrations: IDENTITY_MIGRATIONS, module: IdentityModule, poolSize: 4 },
];
