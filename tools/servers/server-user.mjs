import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * PostgreSQL refuses to run as root. Started as root we run it as a system user of its own, and everything it touches
 * (binaries, data) must lie where that user can go: a checkout below a closed folder such as /root is out of its reach.
 * @typedef {{ name: string, uid: number, gid: number }} ServerUser
 */

/** Undefined when we are an ordinary user already. @returns {ServerUser | undefined} */
export function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findUser('postgres') ?? findUser('xinqiao');
  if (existing) return existing;
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'xinqiao',
  ]);
  const user = made.status === 0 ? findUser('xinqiao') : findUser('nobody');
  if (user) return user;
  throw new Error(
    'PostgreSQL cannot run as root, and no system user could be made for it. ' +
      'Run the command as an ordinary user, or make a user named "postgres" first (useradd --system postgres).',
  );
}

function findUser(name) {
  if (!existsSync('/etc/passwd')) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

/** Whether that user can read and enter a file or folder. @param {ServerUser | undefined} user */
export function canReach(user, path) {
  if (!user) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'test', path], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  });
  return asked.status === 0;
}

/** A folder only that user can enter. @param {ServerUser | undefined} user */
export function makeOwnFolder(user, path) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}

/** Copies a folder once to a place everyone can read; a half-made copy of an interrupted run is never used. */
export function copyOnce(source, target) {
  if (existsSync(target)) return;
  const unfinished = `${target}.${process.pid}.part`;
  mkdirSync(join(target, '..'), { recursive: true, mode: 0o755 });
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
