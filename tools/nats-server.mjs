/* global AbortController */
// Runs on Node 20 and before anything is installed: only what Node itself brings.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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
import { gunzipSync } from 'node:zlib';

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
/** The official release, by the checksums that NATS' own container image pins (nats-io/nats-docker, 2.15.x). */
const RELEASE = {
  version: '2.15.0',
  sha256: {
    amd64: '5d2c51caca950333aba84911df7d377f826f3a59ec36061c6539105084f65c92',
    arm64: 'cdc208f5a3f42963a52b6ab06ef65626bb870315dc936e26ba571780c6351112',
    s390x: 'ac50bf4adc8fa6db575ed9293417b6fbec746e71cc9d360aea5cd447e4207bfc',
    ppc64le: 'a402bf73f91f674735cc85aa0e7d06d5dfa3044b98cda6ea9937cfee4e05a266',
  },
};
const RELEASE_ARCHITECTURES = { x64: 'amd64', arm64: 'arm64', s390x: 's390x', ppc64: 'ppc64le' };
const WAYS = [
  ['official release', fromRelease],
  ['Debian package', fromDebian],
];
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
export async function findNatsServer(say = () => undefined) {
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
  return await fetchServer(say);
}

async function fetchServer(say) {
  const reasons = [];
  for (const [name, way] of WAYS) {
    try {
      say(`nats-server: not found here, fetching the ${name} …`);
      await way(say);
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

async function fromRelease(say) {
  const architecture = RELEASE_ARCHITECTURES[process.arch];
  if (process.platform !== 'linux' || !architecture)
    throw new Error(`no pinned release for ${process.platform}-${process.arch}`);
  const name = `nats-server-v${RELEASE.version}-linux-${architecture}`;
  const address = `https://github.com/nats-io/nats-server/releases/download/v${RELEASE.version}/${name}.tar.gz`;
  const archive = await download(address);
  const digest = createHash('sha256').update(archive).digest('hex');
  if (digest !== RELEASE.sha256[architecture])
    throw new Error(`the download has another checksum (${digest}); not used`);
  say(`nats-server: checksum of ${name} is right`);
  const program = fileInTar(gunzipSync(archive), `${name}/nats-server`);
  keep((target) => writeFileSync(target, program));
}

/** Gives up after 8 s without a first answer (no way out from here), after 3 min in all. */
async function download(address) {
  const stop = new AbortController();
  const early = setTimeout(() => stop.abort(), 8_000);
  const late = setTimeout(() => stop.abort(), 180_000);
  try {
    const answer = await fetch(address, { signal: stop.signal });
    clearTimeout(early);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  } catch (error) {
    throw new Error(`no download (${error.cause?.code ?? firstLine(error)})`, { cause: error });
  } finally {
    clearTimeout(early);
    clearTimeout(late);
  }
}

/** One file of an uncompressed tar archive: 512-byte headers, name in front, octal size at 124. */
function fileInTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`the archive holds no ${wanted}`);
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
    const program = ['sbin', 'bin']
      .map((folder) => join(work, 'unpacked', 'usr', folder, 'nats-server'))
      .find((file) => existsSync(file));
    if (!program) throw new Error('the package holds no nats-server');
    keep((target) => copyFileSync(program, target));
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
function keep(write) {
  mkdirSync(dirname(CACHED), { recursive: true });
  const unfinished = `${CACHED}.${process.pid}`;
  write(unfinished);
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
    console.log(await findNatsServer((line) => console.error(line)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
