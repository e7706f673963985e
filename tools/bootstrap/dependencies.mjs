// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, ROOT } from './project.mjs';

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json says. */
export async function ensureDependencies(progress) {
  if (areInstalled()) return;
  await progress.step('Installing npm packages (npm ci)', async () => {
    const { status, output } = await npm(['ci', '--no-audit', '--no-fund']);
    if (status !== 0 || !areInstalled()) {
      throw new Refusal(
        `npm ci failed. Its last lines:\n${output.trimEnd().split('\n').slice(-15).join('\n')}\n` +
          'Check the network and the npm registry settings (npm config get registry), then try again.',
      );
    }
  });
}

/** Compares the lock file with the hidden one npm leaves in node_modules. Packages for other machines may be missing. */
function areInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // The project itself and its workspaces are folders of the checkout; only what lies in node_modules is installed.
    if (!/(^|\/)node_modules\//.test(path) || entry.link) return true;
    const found = present[path];
    if (!found) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function npm(args) {
  // Under npm the program that runs us is known; a plain `node tools/start.mjs` looks for it on the PATH.
  const cli = process.env.npm_execpath;
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...before, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: npmEnvironment(),
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: 1, output: `npm could not be run: ${error.message}` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/** A production setting of the caller must not leave out what builds the project. */
function npmEnvironment() {
  const environment = { ...process.env };
  for (const name of ['NODE_ENV', 'npm_config_omit', 'npm_config_production']) delete environment[name];
  return environment;
}
