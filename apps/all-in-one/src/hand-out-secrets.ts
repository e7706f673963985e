import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceDatabase, StoringService } from '#persistence';

/** Key files a service may see: the bus key of its node and its own, never another service's. */
function keyFilesFor(service: StoringService): readonly string[] {
  return ['bus.key', join('field', `${service}.key`), join('blind', `${service}.key`)];
}

/**
 * Where each service runs in a container of its own: gives every service a folder with its own keys and the address of its own
 * role. In the container it is mounted alone, so that one service's secrets are out of reach of the others.
 */
export async function handOutSecrets(
  keysDirectory: string,
  target: string,
  databases: Readonly<Record<StoringService, ServiceDatabase>>,
): Promise<void> {
  for (const service of Object.keys(databases) as StoringService[]) {
    const folder = join(target, service);
    for (const file of keyFilesFor(service)) {
      await mkdir(join(folder, 'keys', file, '..'), { recursive: true, mode: 0o700 });
      await cp(join(keysDirectory, file), join(folder, 'keys', file), { preserveTimestamps: true });
    }
    await writeFile(join(folder, 'database-url'), `${databases[service].appUrl}\n`, { mode: 0o600 });
  }
}
