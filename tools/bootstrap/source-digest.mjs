// Runs on Node 20: only what Node itself brings.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/** Contents, not times: a fresh clone has new times, a switched branch old ones. */
export function digestOf(files) {
  const digest = createHash('sha256');
  for (const file of files) {
    digest.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

/** Whether a build holds the digest of the sources it was made from. */
export function isBuilt(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Every file of a folder that goes into a build, in a fixed order. */
export function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'test', 'dist'].includes(entry.name) && !entry.name.endsWith('.spec.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
}
