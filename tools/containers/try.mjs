// `npm run containers:try`: builds the image, starts the compose file, tells the main story through the published gateway, takes
// parts away and gives them back, and removes everything. With `-- --closed` on an engine and base images of its own making, for
// a machine that can pull no images (Debian, as root); with `-- --keep` it stays up.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../bootstrap/build.mjs';
import { ensureDependencies } from '../bootstrap/dependencies.mjs';
import { Progress } from '../bootstrap/progress.mjs';
import { assertMachine, node24, Refusal, ROOT, runTool } from '../bootstrap/project.mjs';
import { startClosedEngine } from './closed-engine.mjs';
import { run, works } from './commands.mjs';
import { BUILD_IMAGE, makeStandIns } from './stand-in-images.mjs';

const PROJECT = 'xinqiao-try';
const PORT = '18080';
const WORK = join(tmpdir(), 'xinqiao-containers');

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  // The story is told by tools of the project, which need it built.
  await ensureDependencies(progress);
  await ensureBuild(progress);
  const closed = process.argv.includes('--closed');
  const engine = closed ? await progress.step('Docker engine', () => startClosedEngine(WORK)) : machinesEngine();
  // Made-up people are accepted outside production only.
  engine.env = { ...engine.env, NODE_ENV: 'development', PORT, XINQIAO_IMAGE: 'xinqiao-try' };
  const compose = (...args) => run(engine.compose[0], [...engine.compose.slice(1), '-p', PROJECT, ...args], engine);
  try {
    if (closed) await progress.step('Base images', (report) => makeStandIns(engine, WORK, report));
    await progress.step('Image', async () => build(engine, closed));
    await progress.step('Start from nothing', async () => {
      compose('down', '--volumes', '--remove-orphans');
      compose('up', '--detach', '--no-build');
    });
    story(engine);
  } finally {
    if (!process.argv.includes('--keep')) {
      await progress.step('Remove everything', async () => {
        compose('down', '--volumes', '--remove-orphans');
        await engine.stop?.();
      });
    }
  }
});

/** The engine of the machine, with network: images are pulled. */
function machinesEngine() {
  if (!works('docker', ['info']))
    throw new Refusal('No Docker engine answers here. On Debian, as root: add -- --closed');
  const compose = works('docker', ['compose', 'version']) ? ['docker', 'compose'] : ['docker-compose'];
  return { docker: 'docker', compose, env: { DOCKER_BUILDKIT: '1' }, inside: [] };
}

function build(engine, closed) {
  const offline = closed ? ['--network', 'none', '--build-arg', `BUILD_IMAGE=${BUILD_IMAGE}`] : [];
  run(engine.docker, ['build', ...offline, '-f', 'deploy/Dockerfile', '-t', engine.env.XINQIAO_IMAGE, '.'], engine);
  const bytes = run(engine.docker, ['image', 'inspect', '--format', '{{.Size}}', engine.env.XINQIAO_IMAGE], engine);
  console.log(`  image of ${(Number(bytes) / 1e6).toFixed(0)} MB`);
}

/** Where the published port can be reached: for an engine in a namespace of its own, inside that. */
function story(engine) {
  const settings = {
    address: `http://127.0.0.1:${PORT}`,
    compose: [...engine.compose, '-p', PROJECT],
    docker: engine.docker,
  };
  const [command, ...args] = [...engine.inside, node24(), join(ROOT, 'tools', 'containers', 'story.mjs')];
  const env = { ...process.env, ...engine.env, XINQIAO_STORY: JSON.stringify(settings) };
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env });
  if (done.status !== 0) throw new Refusal('The story did not end well.');
}
