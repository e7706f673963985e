import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/** What is wrong with the index of docs/adr, or nothing: every record stands in it once, in order, and no other. */
export async function brokenDecisionIndex() {
  const folder = join(ROOT, 'docs', 'adr');
  const records = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
  const listed = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\]\((\d{4}-[^)]*\.md)\)/g)].map(
    ([, name]) => name,
  );
  if (JSON.stringify(listed) === JSON.stringify(records.sort())) return undefined;
  return `docs/adr/README.md lists\n  ${listed.join('\n  ')}\nbut the folder holds\n  ${records.join('\n  ')}`;
}
