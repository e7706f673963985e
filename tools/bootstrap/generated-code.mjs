import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runCommand } from './run-parts.mjs';

const COMMITTED = 'libs/contracts/src/generated';

/** Generates the contracts anew beside the committed ones; answers which files differ, or nothing. */
export async function staleGeneratedCode() {
  const fresh = mkdtempSync(join(tmpdir(), 'xinqiao-generated-'));
  try {
    const failure = await runCommand(['buf', 'generate', '--output', fresh]);
    if (failure !== undefined) return failure;
    const wanted = filesOf(join(fresh, COMMITTED));
    const present = filesOf(join(ROOT, COMMITTED));
    const names = [...new Set([...wanted.keys(), ...present.keys()])].sort();
    const stale = names.filter((name) => wanted.get(name) !== present.get(name));
    if (stale.length === 0) return undefined;
    return `These files are not what proto/ says; run "npm run proto:generate" and commit:\n${stale.map((name) => `  ${COMMITTED}/${name}`).join('\n')}`;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
