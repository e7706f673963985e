// `npm run bench [-- lines…]`: measures the goal lines of docs/performance.md on what is built from this checkout.
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, node24, projectEnvironment, ROOT, runTool } from './bootstrap/project.mjs';
import { findNatsServer } from './nats-server.mjs';

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
  await progress.step('Bundling the services', () =>
    execFileSync(node24(), [join(ROOT, 'tools', 'bundle-services.mjs')], { cwd: ROOT }),
  );
  const natsServer = await findNatsServer((line) => progress.note(line));
  const child = spawn(node24(), [join(ROOT, 'bench', 'run.mjs'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: projectEnvironment({ NATS_SERVER_BIN: natsServer }),
  });
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
});
