import { loadEnvironment, ServiceEnvironment } from '#tier';

export function kpiEnvironment(): ServiceEnvironment {
  // eslint-disable-next-line no-restricted-properties -- the one place where this app reads its environment
  return loadEnvironment(ServiceEnvironment, process.env);
}
