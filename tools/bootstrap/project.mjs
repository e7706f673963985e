// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** A failure that is explained already: its message is all the user needs. */
export class Refusal extends Error {}

/** What the product runs on; the bootstrap itself makes do with Node 20. */
const NEEDED_MAJOR = 24;

/** Refuses machines on which nothing of this can work, before anything is touched. */
export function assertMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(
      `Node ${process.versions.node} is too old to begin with. Install Node 20.19 or newer (Node 24 is best).`,
    );
  }
  if (process.platform === 'win32') {
    throw new Refusal('Windows itself is not supported. Run this inside WSL 2, or use docker compose.');
  }
}

/** The Node 24 to run with: this one, or the one npm has installed for the project. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  const installed = join(ROOT, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(installed)) return installed;
  throw new Refusal(
    `Node ${NEEDED_MAJOR} is missing: the npm package "node" is there but did not install its program. ` +
      'Run "npm rebuild node" (install scripts must be allowed for it) or install Node 24, then try again.',
  );
}

/** Environment in which programs of the project's packages are found, and `node` is Node 24. */
export function projectEnvironment(extra = {}) {
  const own = [join(node24(), '..'), join(ROOT, 'node_modules', '.bin')].join(':');
  // What V8 compiled is kept: a service has two thousand modules to load, which is most of its start.
  const compiled = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'xinqiao', 'compiled') };
  return { ...compiled, ...process.env, PATH: `${own}:${process.env.PATH ?? ''}`, ...extra };
}

/** Runs the main function of a tool: an explained failure is one plain sentence, any other shows its stack. */
export async function runTool(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n✗ ${error.message}` : error);
    process.exitCode = process.exitCode || 1;
  }
}
