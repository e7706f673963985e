import { spawnSync } from 'node:child_process';
import { ROOT } from '../bootstrap/project.mjs';

/** Runs a program to its end and answers what it printed; a failure carries its last lines. */
export function run(command, args, { env, input, quiet = true, cwd = ROOT, timeout = 900_000 } = {}) {
  const done = spawnSync(command, args, {
    cwd,
    input,
    timeout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', quiet ? 'pipe' : 'inherit'],
  });
  if (done.status === 0) return done.stdout.trim();
  const said = `${done.stdout ?? ''}\n${done.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(
    `${command} ${args.join(' ')} failed (${done.error?.message ?? done.status ?? done.signal}):\n${said}`,
  );
}

/** Whether a program is there and runs. */
export function works(command, args, env = {}) {
  return spawnSync(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;
}
