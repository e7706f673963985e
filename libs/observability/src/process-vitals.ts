import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { hostname } from 'node:os';

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
    version: productVersion(),
    process: `${hostname()}:${process.pid}`,
    startedAt: new Date(Date.now() - uptimeSeconds * 1_000).toISOString(),
    uptimeSeconds,
    memoryBytes: rss,
    heapBytes: heapUsed,
  };
}

let version: string | undefined;

function productVersion(): string {
  if (version === undefined) {
    const file = findPackageJSON(import.meta.url);
    const text = file === undefined ? '{}' : readFileSync(file, 'utf8');
    version = (JSON.parse(text) as { version?: string }).version ?? 'unknown';
  }
  return version;
}
