// `node tools/console-api.mjs`: writes the console's types of the API from docs/openapi.json; with --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { ROOT, runTool, Refusal } from './bootstrap/project.mjs';

const FILE = join('apps', 'console', 'src', 'api', 'schema.d.ts');

await runTool(async () => {
  const document = JSON.parse(readFileSync(join(ROOT, 'docs', 'openapi.json'), 'utf8'));
  const types = `// Made from docs/openapi.json by tools/console-api.mjs.\n\n${astToString(await openapiTS(document))}`;
  const path = join(ROOT, FILE);
  if (!process.argv.includes('--check')) writeFileSync(path, types);
  else if (readFileSync(path, 'utf8') !== types) {
    throw new Refusal(`${FILE} is not what docs/openapi.json says; run "node tools/console-api.mjs" and commit.`);
  }
});
