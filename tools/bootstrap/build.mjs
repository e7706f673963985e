// Runs on Node 20: only what Node itself brings.
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE, ensureConsole } from './console-build.mjs';
import { node24, projectEnvironment, Refusal, ROOT } from './project.mjs';
import { digestOf, isBuilt, sources } from './source-digest.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');

/** Builds what has other sources than those of the last build: the services, and the console they serve. */
export async function ensureBuild(progress) {
  const digest = serviceDigest();
  if (!isBuilt(STAMP, digest)) await progress.step('Building the services', () => buildServices(digest));
  await ensureConsole(progress);
}

function buildServices(digest) {
  const fresh = `${DIST}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
    const done = spawnSync(node24(), [swc, 'apps', 'libs', '-d', fresh, '--config-file', '.swcrc'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: projectEnvironment(),
    });
    if (done.status !== 0) throw new Refusal(`The build failed:\n${`${done.stdout}${done.stderr}`.trim()}`);
    writeFileSync(join(fresh, '.sources'), digest);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(fresh, DIST);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function serviceDigest() {
  const files = ['apps', 'libs']
    .flatMap((folder) => sources(join(ROOT, folder)))
    .filter((file) => !file.startsWith(CONSOLE));
  return digestOf([...files, join(ROOT, '.swcrc'), join(ROOT, 'package-lock.json')]);
}
