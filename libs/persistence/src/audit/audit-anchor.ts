import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ServiceSettings } from '#tier';

/** The head of the chain as it was seen last, kept outside the database: without it, a cut tail or a rewritten chain looks whole. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

export function anchorFile(settings: Pick<ServiceSettings, 'keysDirectory' | 'service'>): string {
  return join(settings.keysDirectory, 'audit', `${settings.service}.head.json`);
}

export async function readAnchor(path: string): Promise<AuditAnchor | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as AuditAnchor;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces the file whole: a crash leaves the old head or the new one. */
export async function writeAnchor(path: string, anchor: AuditAnchor): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(anchor), { mode: 0o600, flush: true });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
