import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { projectEnvironment, ROOT } from './project.mjs';

/**
 * Runs several programs at a time and shows one line each; what a failing one said follows at the end.
 * @param {{ name: string, command?: string[], run?: () => Promise<string | undefined> }[]} parts in the order to start them.
 *   `run` answers what is wrong, or nothing; an empty command is skipped with its reason in `skip`.
 */
export async function runParts(parts, parallel = Math.max(2, Math.min(4, availableParallelism()))) {
  const queue = [...parts];
  const failures = [];
  const worker = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const started = performance.now();
      const failure = part.skip ? undefined : await (part.run ? part.run() : runCommand(part.command));
      const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
      console.log(
        part.skip ? `– ${part.name}: ${part.skip}` : `${failure === undefined ? '✓' : '✗'} ${part.name} (${seconds})`,
      );
      if (failure !== undefined) failures.push({ name: part.name, failure });
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  for (const { name, failure } of failures) console.error(`\n──── ${name} ────\n${failure.trimEnd()}`);
  return failures.length;
}

/** Undefined when the program ends well, else what it said. */
export function runCommand([command, ...args], options = {}) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: projectEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => resolve(`${command} could not be run: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? undefined : said || `${command} ended with ${code ?? signal}`),
    );
  });
}
