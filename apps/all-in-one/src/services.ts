import type { DynamicModule } from '@nestjs/common';
import type { MigrationClass, StoringService } from '#persistence';
import type { ServiceSettings } from '#tier';
import { IDENTITY_MIGRATIONS, IdentityModule, otpRequiredRoles } from '../../identity/src/identity.module.js';
import { KPI_MIGRATIONS, KpiModule } from '../../kpi/src/kpi.module.js';
import { REGISTRY_MIGRATIONS, RegistryModule } from '../../registry/src/registry.module.js';
import { SMI_MIGRATIONS, SmiModule } from '../../smi/src/smi.module.js';
import type { AllInOneEnvironment } from './environment.js';

/** A service with tables of its own, as all-in-one runs it. */
export interface StoringServiceEntry {
  readonly name: StoringService;
  readonly migrations: readonly MigrationClass[];
  readonly module: (settings: ServiceSettings, variables: AllInOneEnvironment) => DynamicModule;
  /** Connections to PostgreSQL it may hold in this process; with one process for all, fewer do. */
  readonly poolSize: number;
}

/** In the order they start; they stop in the opposite one. */
export const STORING_SERVICES: readonly StoringServiceEntry[] = [
  {
    name: 'identity',
    migrations: IDENTITY_MIGRATIONS,
    module: (settings, variables) =>
      IdentityModule.forRoot(settings, {
        otpRequiredRoles: otpRequiredRoles(variables.XINQIAO_OTP_REQUIRED_ROLES),
        idleMinutes: variables.XINQIAO_SESSION_IDLE_MINUTES,
      }),
    poolSize: 5,
  },
  {
    name: 'registry',
    migrations: REGISTRY_MIGRATIONS,
    module: (settings) => RegistryModule.forRoot(settings),
    poolSize: 8,
  },
  { name: 'smi', migrations: SMI_MIGRATIONS, module: (settings) => SmiModule.forRoot(settings), poolSize: 10 },
  { name: 'kpi', migrations: KPI_MIGRATIONS, module: (settings) => KpiModule.forRoot(settings), poolSize: 8 },
];
