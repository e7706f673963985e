// Runs on Node 20: only what Node itself brings.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { node24, projectEnvironment, Refusal, ROOT } from './project.mjs';
import { digestOf, isBuilt, sources } from './source-digest.mjs';

export const CONSOLE = join(ROOT, 'apps', 'console');

const DIST = join(CONSOLE, 'dist');
const STAMP = join(DIST, '.sources');
const COMPRESSED = ['.js', '.css', '.svg', '.json'];
/** Shorter ones only grow. */
const WORTH_IT = 512;

/** Builds the console when its sources are not those of the last build. */
export async function ensureConsole(progress) {
  const digest = consoleDigest();
  if (!isBuilt(STAMP, digest)) await progress.step('Building the console', () => build(digest));
}

function build(digest) {
  const fresh = `${DIST}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    const done = spawnSync(node24(), [vite, 'build', '--outDir', fresh, '--logLevel', 'warn'], {
      cwd: CONSOLE,
      encoding: 'utf8',
      env: projectEnvironment({ NODE_ENV: 'production' }),
    });
    if (done.status !== 0)
      throw new Refusal(`The build of the console failed:\n${`${done.stdout}${done.stderr}`.trim()}`);
    compress(fresh);
    writeFileSync(join(fresh, '.sources'), digest);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(fresh, DIST);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Beside each text its smaller forms, which the gateway sends as they are. */
function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (!COMPRESSED.includes(extname(name)) || statSync(file).size < WORTH_IT) continue;
    const body = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
    writeFileSync(`${file}.br`, brotliCompressSync(body, { params }));
    writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }));
  }
}

function consoleDigest() {
  const own = ['index.html', 'package.json', 'vite.config.ts', 'tsconfig.json'].map((name) => join(CONSOLE, name));
  const folders = [join(CONSOLE, 'src'), join(CONSOLE, 'public'), join(ROOT, 'libs', 'domain', 'src')];
  return digestOf([...own, ...folders.flatMap(sources), join(ROOT, 'package-lock.json')]);
}
