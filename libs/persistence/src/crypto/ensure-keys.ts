import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoringService } from '../platform/provision-database.js';
import { keyFilesOf } from './key-ring.js';

/** Creates the key files that are missing (mode 0600) and leaves the others alone: losing one loses the data it sealed. */
export async function ensureKeys(keysDirectory: string, services: readonly StoringService[]): Promise<void> {
  for (const path of keyFilesOf(keysDirectory, services)) await ensureKeyFile(path);
}

/** Written whole and flushed under another name first: a crash leaves either no key or a good one, a race leaves one winner. */
async function ensureKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
