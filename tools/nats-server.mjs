// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [2, 14];
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CACHED = join(
  ROOT,
  'node_modules',
  '.cache',
  'xinqiao',
  'nats-server',
  `${process.platform}-${process.arch}`,
  'nats-server',
);
const DEBIAN = 'http://deb.debian.org/debian';
const DEBIAN_ARCHITECTURES = {
  x64: 'amd64',
  arm64: 'arm64',
  arm: 'armhf',
  ppc64: 'ppc64el',
  s390x: 's390x',
  riscv64: 'riscv64',
};

/**
 * The path of a nats-server that is new enough: NATS_SERVER_BIN, the PATH, our cache, else fetched into the cache.
 * @param {(line: string) => void} say progress, one line at a time
 */
export function findNatsServer(say = () => undefined) {
  const named = process.env.NATS_SERVER_BIN;
  if (named) {
    const version = versionOf(named);
    if (isNewEnough(version)) return named;
    throw new Error(
      `NATS_SERVER_BIN names ${named}, which is ${describe(version)}; nats-server ${OLDEST.join('.')} or newer is needed.`,
    );
  }
  for (const file of [...onPath(), CACHED]) {
    if (isNewEnough(versionOf(file))) return file;
  }
  return fetchServer(say);
}

function fetchServer(say) {
  const reasons = [];
  for (const [name, way] of [['Debian package', fromDebian]]) {
    try {
      say(`nats-server: not found here, trying the ${name} …`);
      way(say);
      const version = versionOf(CACHED);
      if (isNewEnough(version)) {
        say(`nats-server: ${version} ready`);
        return CACHED;
      }
      reasons.push(`${name}: gave ${describe(version)}`);
    } catch (error) {
      reasons.push(`${name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No nats-server ${OLDEST.join('.')} or newer could be found or fetched.\n  ${reasons.join('\n  ')}\n` +
      'Install it (https://nats.io/download) so that it is on the PATH, or set NATS_SERVER_BIN to its file, ' +
      'or set NATS_URL to a server that already runs.',
  );
}

/** Debian's newest package, taken apart in a folder of our own: the machine's package lists and packages stay as they are. */
function fromDebian(say) {
  const architecture = DEBIAN_ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || !architecture)
    throw new Error(`no package for ${process.platform}-${process.arch}`);
  for (const tool of ['apt-get', 'dpkg-deb']) if (!hasTool(tool)) throw new Error(`${tool} is not on this machine`);
  const work = mkdtempSync(join(tmpdir(), 'xinqiao-nats-'));
  try {
    for (const folder of ['lists/partial', 'cache/archives/partial'])
      mkdirSync(join(work, folder), { recursive: true });
    writeFileSync(join(work, 'sid.list'), `deb [arch=${architecture}${signedBy()}] ${debianMirror()} sid main\n`);
    const options = aptOptions(work, architecture);
    say('nats-server: reading the package list of Debian sid (about 11 MB) …');
    run('apt-get', [...options, 'update'], work);
    say('nats-server: downloading the package (about 5 MB) …');
    run('apt-get', [...options, 'download', `nats-server:${architecture}`], work);
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!archive) throw new Error('apt-get downloaded nothing');
    run('dpkg-deb', ['-x', archive, 'unpacked'], work);
    keep(join(work, 'unpacked', 'usr', 'sbin', 'nats-server'), join(work, 'unpacked', 'usr', 'bin', 'nats-server'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function aptOptions(work, architecture) {
  const settings = {
    'Dir::Etc::SourceList': join(work, 'sid.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State::Lists': join(work, 'lists'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Architecture': architecture,
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'APT::Update::Post-Invoke-Success': '',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The mirror this machine takes Debian from, when it names one; apt's own proxy settings apply either way. */
function debianMirror() {
  const folder = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ];
  for (const file of files.filter((name) => /\.(list|sources)$/.test(name) && existsSync(name))) {
    const found = /^(?:deb\s+(?:\[[^\]]*\]\s+)?|URIs:\s*)(\S+\/debian)\/?(?:\s|$)/m.exec(readFileSync(file, 'utf8'));
    if (found) return found[1];
  }
  return DEBIAN;
}

function signedBy() {
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  return existsSync(keyring) ? ` signed-by=${keyring}` : '';
}

/** Puts the program into the cache under its final name only when it is whole. */
function keep(...candidates) {
  const source = candidates.find((file) => existsSync(file));
  if (!source) throw new Error('the package holds no nats-server');
  mkdirSync(dirname(CACHED), { recursive: true });
  const unfinished = `${CACHED}.${process.pid}`;
  copyFileSync(source, unfinished);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, CACHED);
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 240_000,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (done.status === 0) return;
  const said = `${done.stderr ?? ''}`.split('\n').find((line) => /^E: /.test(line));
  throw new Error(said ?? done.error?.message ?? `${command} ${args.at(-1)} failed`);
}

function onPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, 'nats-server'))
    .filter(isProgram);
}

function hasTool(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, name)));
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versionOf(file) {
  try {
    return /v(\d+\.\d+\.\d+\S*)/.exec(
      execFileSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: ['ignore', 'pipe', 'ignore'] }),
    )?.[1];
  } catch {
    return undefined;
  }
}

function isNewEnough(version) {
  if (!version) return false;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

const describe = (version) => (version ? `version ${version}` : 'not a nats-server that runs here');
const firstLine = (error) => String(error?.message ?? error).split('\n')[0];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findNatsServer((line) => console.error(line)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
