// Runs on Node 20: only what Node itself brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node24, projectEnvironment, Refusal, ROOT } from './project.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');

/** Builds when the sources are not those of the last build. */
export async function ensureBuild(progress) {
  const digest = sourceDigest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  await progress.step('Building', () => build(digest));
}

function build(digest) {
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

/** Contents, not times: a fresh clone has new times, a switched branch old ones. */
function sourceDigest() {
  const digest = createHash('sha256');
  const files = ['apps', 'libs'].flatMap((folder) => sources(join(ROOT, folder)));
  for (const file of [...files, join(ROOT, '.swcrc'), join(ROOT, 'package-lock.json')]) {
    digest.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'test', 'dist'].includes(entry.name) && !entry.name.endsWith('.spec.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
}
