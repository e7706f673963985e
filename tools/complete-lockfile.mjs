// `node tools/complete-lockfile.mjs` after dependencies changed: npm leaves optional packages for other platforms out of
// package-lock.json when it could not load them on this machine, and `npm ci` then refuses the lock file everywhere.
// What is missing is written in by name, version and platform, which is all npm needs to pass over it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap/project.mjs';

const FILE = join(ROOT, 'package-lock.json');
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const SYSTEM_NAMES = { windows: 'win32' };
const PROCESSORS = {
  aarch64: 'arm64',
  arm: 'arm',
  arm64: 'arm64',
  armv7: 'arm',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
};
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isThere(path, name) || !EXACT.test(version)) continue;
    const platform = platformOf(name);
    if (!platform) {
      console.error(`left out, its name tells no platform: ${name}`);
      continue;
    }
    const own = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    lock.packages[`node_modules/${name}`] = Object.fromEntries(Object.entries(own).sort(byKey));
    added.push(name);
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(byKey)]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file is complete.' : `Added:\n  ${added.join('\n  ')}`);

/** Whether some place that Node would look in holds the package. */
function isThere(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** As packages of native programs are named: `…-<system>-<processor>[-<library>]`. */
function platformOf(name) {
  const parts = name.split('/').at(-1).split('-');
  const os = parts.map((part) => SYSTEM_NAMES[part] ?? part).find((part) => SYSTEMS.includes(part));
  const cpu = parts.map((part) => PROCESSORS[part]).find(Boolean);
  if (!os || !cpu) return cpu === 'wasm32' ? { cpu: ['wasm32'] } : undefined;
  const libc =
    os !== 'linux'
      ? undefined
      : parts.at(-1).startsWith('musl')
        ? 'musl'
        : parts.at(-1).startsWith('gnu')
          ? 'glibc'
          : undefined;
  return { cpu: [cpu], os: [os], ...(libc ? { libc: [libc] } : {}) };
}

function byKey([a], [b]) {
  return a.localeCompare(b, 'en');
}
