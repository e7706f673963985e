import { IsInt, Max, Min } from 'class-validator';
import { EnvVar, loadEnvironment, ServiceEnvironment } from '#tier';
import { DEFAULT_REGISTRY_OPTIONS, type RegistryOptions } from './registry-options.js';

/** What the registry is told from outside when it runs alone. */
export class RegistryEnvironment extends ServiceEnvironment {
  @EnvVar({ description: 'Look-ups of clear personal values a user may make in a day.', default: 200 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  XINQIAO_REVEALS_PER_DAY: number;

  @EnvVar({ description: 'Largest import file in MiB.', default: 100 })
  @IsInt()
  @Min(1)
  @Max(1_000)
  XINQIAO_IMPORT_MAX_MIB: number;
}

export function registryEnvironment(): RegistryEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(RegistryEnvironment, process.env);
}

export function registryOptionsFrom(environment: RegistryEnvironment): RegistryOptions {
  return {
    ...DEFAULT_REGISTRY_OPTIONS,
    revealsPerDay: environment.XINQIAO_REVEALS_PER_DAY,
    largestImport: environment.XINQIAO_IMPORT_MAX_MIB * 1024 * 1024,
  };
}
