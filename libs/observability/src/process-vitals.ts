import { hostname } from 'node:os';
import { PRODUCT_VERSION } from '#tier';

/** How a process is doing. */
export interface ProcessVitals {
  /** Of the product, as in its package.json. */
  readonly version: string;
  /** Tells processes apart: host and process id. */
  readonly process: string;
  readonly startedAt: string;
  readonly uptimeSeconds: number;
  readonly memoryBytes: number;
  readonly heapBytes: number;
}

/** Of this process, now. */
export function processVitals(): ProcessVitals {
  const { rss, heapUsed } = process.memoryUsage();
  const uptimeSeconds = Math.round(process.uptime());
  return {
    version: PRODUCT_VERSION,
    process: `${hostname()}:${process.pid}`,
    startedAt: new Date(Date.now() - uptimeSeconds * 1_000).toISOString(),
    uptimeSeconds,
    memoryBytes: rss,
    heapBytes: heapUsed,
  };
}
