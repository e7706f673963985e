// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The shell draws the same pages for less than half of what the browser with its own window around them takes. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
/** The browser, and glyphs for Chinese: without them pictures and PDFs show boxes. */
const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk'];
const INSTALL_WITHIN_MS = 600_000;

/** What Debian's Chromium needs to run by itself, in a container too. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
];

/**
 * The path of a Chromium: CHROMIUM_BIN, the PATH, else Debian's package, which root may install.
 * @param {(line: string) => void} say progress, one line at a time
 */
export function findChromium(say = () => undefined) {
  const named = process.env.CHROMIUM_BIN;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_BIN names ${named}, which is no program.`);
  }
  return onPath() ?? install(say);
}

/** Its libraries are many and belong to the system, so it is not taken apart in a folder of ours as nats-server is. */
function install(say) {
  if (!hasTool('apt-get')) throw missing('apt-get is not on this machine');
  if (process.getuid?.() !== 0) throw missing('installing it needs root');
  say(`Chromium: not found here, installing Debian's ${PACKAGES.join(' and ')} (about 350 MB on disk) …`);
  const options = ['-o', 'Acquire::Retries=3'];
  run([...options, 'update']);
  run([...options, 'install', '-y', '--no-install-recommends', ...PACKAGES]);
  const found = onPath();
  if (found === undefined) throw missing('the package holds no such program');
  say('Chromium: ready');
  return found;
}

function run(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const done = spawnSync('apt-get', args, { encoding: 'utf8', timeout: INSTALL_WITHIN_MS, env });
  if (done.status === 0) return;
  const said = `${done.stderr ?? ''}`.split('\n').find((line) => /^E: /.test(line));
  throw missing(said ?? done.error?.message ?? `apt-get ended with ${done.status}`);
}

function missing(reason) {
  return new Error(
    `No Chromium was found for the tests of the console, and none could be installed: ${reason}.\n` +
      `Install it so that it is on the PATH (Debian, as root: apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}), ` +
      'or set CHROMIUM_BIN to its file.',
  );
}

function onPath() {
  return NAMES.flatMap((name) => folders().map((folder) => join(folder, name))).find(isProgram);
}

function hasTool(name) {
  return folders().some((folder) => isProgram(join(folder, name)));
}

function folders() {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
