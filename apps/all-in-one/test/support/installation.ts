import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testServers } from '#testing';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const LINKED = ['node_modules', 'apps', 'deploy', 'package.json'];
const PATIENCE_MS = 60_000;

/**
 * The built system, as it is installed: a folder with `dist` and the bundles of the services, made from the sources as they are
 * now. Built once a run, by whichever suite comes first, and never into the checkout, where somebody may be running it.
 */
export async function installation(): Promise<string> {
  const { scratch, postgresUrl } = testServers();
  const folder = join(scratch, `installation-${new URL(postgresUrl).port}`);
  const ready = join(folder, '.ready');
  if (isFirst(folder)) {
    for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name));
    const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    const dist = join(folder, 'dist');
    execFileSync(process.execPath, [swc, 'apps', 'libs', '-d', dist, '--config-file', '.swcrc'], { cwd: ROOT });
    execFileSync(process.execPath, [join(ROOT, 'tools', 'bundle-services.mjs'), folder], { cwd: ROOT });
    writeFileSync(ready, '');
  }
  const end = Date.now() + PATIENCE_MS;
  while (!existsSync(ready)) {
    await delay(100);
    if (Date.now() > end) throw new Error(`The build in ${folder} does not come to an end.`);
  }
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
