// `npm run check`: everything that can be said about the code without a database. Parts run side by side.
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { ensureBuild } from './bootstrap/build.mjs';
import { brokenDecisionIndex } from './bootstrap/decision-index.mjs';
import { staleGeneratedCode } from './bootstrap/generated-code.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, node24, ROOT, runTool } from './bootstrap/project.mjs';
import { runParts } from './bootstrap/run-parts.mjs';

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
  const started = performance.now();
  const failed = await runParts(parts(), 3);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(failed === 0 ? `\nAll checks passed in ${seconds} s.` : `\n${failed} checks failed (${seconds} s).`);
  if (failed > 0) process.exitCode = 1;
});

/** The slow ones first, so that the last to end is a short one. */
function parts() {
  const base = comparisonBase();
  return [
    {
      name: 'ESLint',
      command: ['eslint', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
    },
    { name: 'types (tsc)', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
    { name: 'types of the console (tsc)', command: ['tsc', '--noEmit', '-p', 'apps/console/tsconfig.json'] },
    { name: 'types of its specs (tsc)', command: ['tsc', '--noEmit', '-p', 'apps/console/test/tsconfig.json'] },
    {
      name: 'unit tests',
      command: [node24(), '--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit'],
    },
    { name: 'Prettier', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
    {
      name: 'import directions (dependency-cruiser)',
      command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'tools', 'bench'],
    },
    {
      name: 'unused code (knip)',
      command: ['knip', '--no-progress', '--cache', '--cache-location', 'node_modules/.cache/knip'],
    },
    { name: 'proto style (buf lint)', command: ['buf', 'lint'] },
    { name: 'generated code is fresh', run: staleGeneratedCode },
    { name: 'docs/openapi.json is fresh', command: [node24(), 'tools/openapi.mjs', '--check'] },
    { name: "the console's API types are fresh", command: [node24(), 'tools/console-api.mjs', '--check'] },
    { name: 'docs/configuration.md is fresh', command: [node24(), 'tools/configuration-document.mjs', '--check'] },
    { name: 'index of decision records', run: brokenDecisionIndex },
    {
      name: `proto compatibility (buf breaking${base ? ` against ${base}` : ''})`,
      ...(base && has(`${base}:proto`)
        ? { command: ['buf', 'breaking', '--against', `.git#ref=${base},subdir=.`] }
        : { skip: 'no earlier commit with contracts' }),
    },
    {
      name: `commit messages (commitlint since ${base ?? 'the first'})`,
      ...(base ? { command: ['commitlint', '--from', base, '--to', 'HEAD'] } : { skip: 'no earlier commit' }),
    },
  ];
}

/** What is new is what origin/main does not have; without it, or when all is there, the last commit. */
function comparisonBase() {
  const upstream = git('merge-base', 'origin/main', 'HEAD');
  if (upstream && upstream !== git('rev-parse', 'HEAD')) return upstream.slice(0, 12);
  return git('rev-parse', '--verify', '--short=12', 'HEAD~1');
}

function has(object) {
  return git('cat-file', '-e', object) !== undefined;
}

function git(...args) {
  const done = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim() : undefined;
}
