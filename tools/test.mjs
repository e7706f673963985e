// `npm test`: everything that proves the project, against real PostgreSQL and NATS. Needs Node 20 and npm, nothing else.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, node24, projectEnvironment, Refusal, ROOT, runTool } from './bootstrap/project.mjs';
import { findNatsServer } from './nats-server.mjs';

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
  await progress.step('Contracts are generated from proto/', assertFreshContracts);
  if (!process.env.TEST_NATS_URL) process.env.NATS_SERVER_BIN = await findNatsServer((line) => progress.note(line));
  await runJest(process.argv.slice(2));
});

async function assertFreshContracts() {
  // Loaded late: what it needs is installed by now.
  const { staleGeneratedCode } = await import('./bootstrap/generated-code.mjs');
  const stale = await staleGeneratedCode();
  if (stale !== undefined) throw new Refusal(stale);
}

/** Arguments go to jest: `npm test -- libs/messaging`. */
async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-test-'));
  const report = join(folder, 'report.json');
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  try {
    const code = await run([
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      jest,
      '--json',
      `--outputFile=${report}`,
      ...args,
    ]);
    if (!existsSync(report)) throw new Refusal(`jest ended with ${code} before it could report.`);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    // A suite that cannot even load has no failed test to count; it is a failure all the same.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    console.log(`\n${numPassedTests} passed, ${failed} failed`);
    process.exitCode = code === 0 && failed > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args) {
  return new Promise((resolve, reject) => {
    // With an output file jest keeps quiet on stdout, and its own closing lines go to stderr: show both.
    const child = spawn(node24(), args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: projectEnvironment(),
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
