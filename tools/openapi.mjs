// Writes docs/openapi.json from the gateway's routes; `--check` only compares. Needs a build, no servers.
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const FILE = new URL('../docs/openapi.json', import.meta.url);

const { openApiDocument } = await import('../dist/apps/gateway/src/gateway.module.js');
const text = await format(JSON.stringify(await openApiDocument()), { parser: 'json', printWidth: 120 });

if (process.argv.includes('--check')) {
  if (readText() !== text) {
    console.error(
      'docs/openapi.json does not describe the routes as they are: npm run build && node tools/openapi.mjs',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, text);
}

function readText() {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return '';
  }
}
