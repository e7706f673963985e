import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A server that must never outlive us, even when we are killed with SIGKILL: a small shell stands between, holds the
 * reading end of a pipe, and stops the server the proper way when the pipe closes. It runs in a session of its own, so
 * Ctrl-C in the terminal reaches only us and we decide the order in which things stop.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
(
  read -r _ <&3
  kill -s "$XQ_STOP_SIGNAL" "$server" 2>/dev/null
  rounds=0
  while kill -0 "$server" 2>/dev/null && [ "$rounds" -lt "$XQ_STOP_ROUNDS" ]; do
    sleep 0.1
    rounds=$((rounds + 1))
  done
  kill -s KILL "$server" 2>/dev/null
) &
watch=$!
exec 3<&-
wait "$server"
status=$?
kill "$watch" 2>/dev/null
if [ -n "$XQ_REMOVE_AFTER" ]; then rm -rf -- "$XQ_REMOVE_AFTER"; fi
exit "$status"
`;

/**
 * @param {{ command: string, args: string[], stopSignal: 'INT' | 'TERM', logFile: string, user?: import('./server-user.mjs').ServerUser,
 *   graceSeconds?: number, removeAfter?: string, env?: Record<string, string> }} options
 */
export function startGuarded(options) {
  const log = openSync(options.logFile, 'a', 0o640);
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', options.command, ...options.args], {
    stdio: ['pipe', log, log],
    detached: true,
    cwd: '/',
    ...(options.user ? { uid: options.user.uid, gid: options.user.gid } : {}),
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      ...options.env,
      XQ_STOP_SIGNAL: options.stopSignal,
      XQ_STOP_ROUNDS: String((options.graceSeconds ?? 20) * 10),
      XQ_REMOVE_AFTER: options.removeAfter ?? '',
    },
  });
  closeSync(log);
  // An unread pipe error (the guard already gone) must not bring us down; `exited` tells the story.
  child.stdin.on('error', () => undefined);
  let running = true;
  const exited = new Promise((resolve) => {
    const done = (code) => {
      running = false;
      resolve(code);
    };
    child.once('exit', (code) => done(code ?? 1));
    child.once('error', () => done(1));
  });
  // Neither the process nor the pipe may keep our event loop alive: a finished test run ends by itself.
  child.unref();
  child.stdin.unref();
  return {
    pid: child.pid,
    exited,
    isRunning: () => running,
    async stop() {
      child.ref();
      child.stdin.end();
      await exited;
    },
  };
}

/**
 * Waits until `probe` answers true. Fails at once with the end of the server's log when the server has ended.
 * @param {{ name: string, server: { isRunning(): boolean }, logFile: string, probe: () => Promise<boolean>, seconds?: number }} options
 */
export async function waitUntilReady({ name, server, logFile, probe, seconds = 60 }) {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (!server.isRunning()) break;
    if (await probe().catch(() => false)) return;
    await delay(25);
  }
  const why = server.isRunning() ? `did not answer within ${seconds} seconds` : 'ended while starting';
  throw new Error(`${name} ${why}. The end of its log (${logFile}):\n${tail(logFile)}`);
}

function tail(file, lines = 12) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log)';
  }
}
