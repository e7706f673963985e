import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A server that still runs on our data folder has lost its guard (somebody killed that too): stop it the proper way
 * before another starts on the same files. The command line must name the folder, so a reused pid is never hit.
 */
export async function stopLeftOver({ pidFile, mark, signal, seconds = 30 }) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!commandLine(pid).includes(mark)) return;
  process.kill(pid, signal);
  for (let round = 0; round < seconds * 10; round += 1) {
    if (!commandLine(pid).includes(mark)) return;
    await delay(100);
  }
  throw new Error(`Process ${pid} still uses ${mark} and does not stop. End it, then start again.`);
}

/** Empty when there is no such process. */
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
