// `npm start`: from a clean clone to a running district. Runs on Node 20; everything else it brings itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, node24, projectEnvironment, ROOT, runTool } from './bootstrap/project.mjs';
import { findNatsServer } from './nats-server.mjs';

/** With all services in one process; measured so that the whole system idles well below 800 MiB (docs/performance.md). */
const MEMORY_FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=32'];

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
  const environment = projectEnvironment({ XINQIAO_LAUNCHED: '1' });
  if (!process.env.NATS_URL) {
    environment.NATS_SERVER_BIN = await findNatsServer((line) => progress.note(line));
  }
  await run(
    [...MEMORY_FLAGS, '--disable-warning=ExperimentalWarning', join(ROOT, 'tools', 'start', 'run.mjs')],
    environment,
  );
});

/** Becomes the running system where Node can (no idle parent in memory), else stays as its parent. */
async function run(args, environment) {
  const program = node24();
  if (typeof process.execve === 'function' && program === process.execPath) {
    process.removeAllListeners('warning'); // that execve is young is nothing the user can act on
    process.execve(program, [program, ...args], { ...environment, XINQIAO_LAUNCHED: '' });
  }
  await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: environment, stdio: 'inherit' });
    // A terminal sends Ctrl-C to both of us; one sent to this process alone is passed on.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
