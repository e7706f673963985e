// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

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

/** The path of a Chromium: CHROMIUM_BIN, else the PATH. */
export async function findChromium() {
  const named = process.env.CHROMIUM_BIN;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_BIN names ${named}, which is no program.`);
  }
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram);
  if (found) return found;
  throw new Error(
    'No Chromium was found for the tests of the console. Install it so that it is on the PATH ' +
      '(Debian: apt-get install -y --no-install-recommends chromium fonts-noto-cjk), or set CHROMIUM_BIN to its file.',
  );
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
