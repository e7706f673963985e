import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A server that still runs on our data folder has lost its guard (somebody killed that too): stop it the proper way
 * before another starts on the same files. The command line must name the folder, so a reused pid is never hit.
 */
export async function stopLeftOver({ pidFile, mark, signal, seconds = 30 }) {
  const pid = pidIn(pidFile);
  if (!commandLine(pid).includes(mark)) return;
  process.kill(pid, signal);
  for (let round = 0; round < seconds * 10; round += 1) {
    if (!commandLine(pid).includes(mark)) return;
    await delay(100);
  }
  throw new Error(`Process ${pid} still uses ${mark} and does not stop. End it, then start again.`);
}

/**
 * A lock whose process is dead and only not yet buried, or whose number another program has by now (the machine was
 * started anew), keeps nobody out. A server would refuse both: it asks only whether there is a process of that number.
 */
export function forgetLockOfEnded(pidFile, program) {
  if (!commandLine(pidIn(pidFile)).includes(program)) rmSync(pidFile, { force: true });
}

function pidIn(pidFile) {
  return existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : undefined;
}

/** Empty when there is no such process, or it has ended and its parent has not asked how. */
export function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return '';
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
