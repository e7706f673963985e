import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../bootstrap/project.mjs';
import { run, works } from './commands.mjs';

const NAMESPACE = 'xinqiao-containers';
const DAEMON = '/usr/sbin/dockerd';
/** Debian's own client: a newer one without its build plug-in cannot build. */
const CLIENT = '/usr/bin/docker';

/**
 * A Docker engine of our own in a network namespace that has nothing but loopback: containers reach one another and nobody
 * else, and no rule of the machine's firewall is touched. Needs root and Debian's docker.io, docker-compose and iproute2.
 */
export async function startClosedEngine(work) {
  for (const program of [DAEMON, CLIENT, '/usr/bin/docker-compose', '/usr/bin/mmdebstrap']) {
    if (existsSync(program)) continue;
    throw new Refusal(`${program} is missing: apt-get install docker.io docker-compose mmdebstrap iproute2`);
  }
  mkdirSync(work, { recursive: true });
  const socket = `unix://${join(work, 'docker.sock')}`;
  const env = { DOCKER_HOST: socket, DOCKER_BUILDKIT: '1' };
  if (!works('ip', ['netns', 'exec', NAMESPACE, 'true'])) run('ip', ['netns', 'add', NAMESPACE]);
  const inside = ['nsenter', `--net=/run/netns/${NAMESPACE}`];
  run(inside[0], [...inside.slice(1), 'ip', 'link', 'set', 'lo', 'up']);
  if (!works(CLIENT, ['version'], env)) await startDaemon(work, socket, inside, env);
  return { docker: CLIENT, compose: ['/usr/bin/docker-compose'], env, inside, stop: () => stopDaemon(work) };
}

async function startDaemon(work, socket, inside, env) {
  const log = openSync(join(work, 'dockerd.log'), 'a');
  const own = ['--data-root', join(work, 'data'), '--exec-root', join(work, 'exec'), '--pidfile', pidFile(work)];
  const closed = ['--iptables=false', '--ip-masq=false', '--bridge=none'];
  spawn(inside[0], [...inside.slice(1), DAEMON, ...own, ...closed, '-H', socket], {
    detached: true,
    stdio: ['ignore', log, log],
  }).unref();
  for (let tries = 60; !works(CLIENT, ['version'], env); tries -= 1) {
    if (tries === 0) throw new Refusal(`The Docker engine did not start; its log is ${join(work, 'dockerd.log')}`);
    await delay(500);
  }
}

async function stopDaemon(work) {
  const pid = Number(readFileSync(pidFile(work), 'utf8'));
  process.kill(pid, 'SIGTERM');
  for (let tries = 60; existsSync(pidFile(work)) && tries > 0; tries -= 1) await delay(500);
  run('ip', ['netns', 'delete', NAMESPACE]);
}

function pidFile(work) {
  return join(work, 'docker.pid');
}
