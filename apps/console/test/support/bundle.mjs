// `node bundle.mjs <file>`: one module of the console and what it imports, as a script that leaves its exports in `module`.
import { build } from 'vite';

const [file] = process.argv.slice(2);
const made = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, lib: { entry: file, formats: ['iife'], name: 'module' } },
});
const [{ output }] = [made].flat();
process.stdout.write(output[0].code.replace(/^var module/m, 'globalThis.module'));
