// `node tools/build-console.mjs`: only the console, where its packages are installed (the image's build).
import { ensureConsole } from './bootstrap/console-build.mjs';
import { Progress } from './bootstrap/progress.mjs';
import { runTool } from './bootstrap/project.mjs';

await runTool(() => ensureConsole(new Progress()));
