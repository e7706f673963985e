import { loadEnvironment, ServiceEnvironment } from '#tier';

/** What the smi service is told from outside when it runs alone. */
export function smiEnvironment(): ServiceEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(ServiceEnvironment, process.env);
}
