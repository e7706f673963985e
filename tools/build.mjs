// `npm run build`: compiles apps and libs into dist/ when they have changed.
import { ensureBuild } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { assertMachine, runTool } from './bootstrap/project.mjs';

await runTool(async () => {
  assertMachine();
  const progress = new Progress();
  await ensureDependencies(progress);
  await ensureBuild(progress);
});
