import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';

const DIST = join(import.meta.dirname, '..', 'dist');
const LIMIT_KIB = 250;

type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: string[]; readonly dynamicImports?: string[] }>
>;

const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Manifest;

/** Everything that has to be there before a module runs. */
function neededBy(name: string, found = new Set<string>()): Set<string> {
  if (!found.has(name)) {
    found.add(name);
    for (const needed of manifest[name]?.imports ?? []) neededBy(needed, found);
  }
  return found;
}

function kibOf(...names: readonly string[]): number {
  const chunks = new Set(names.flatMap((name) => [...neededBy(name)]));
  const bytes = [...chunks].map(
    (chunk) => gzipSync(readFileSync(join(DIST, manifest[chunk]!.file)), { level: 9 }).length,
  );
  return bytes.reduce((sum, size) => sum + size, 0) / 1_024;
}

const texts = (...folders: readonly string[]): string[] => folders.map((folder) => `src/${folder}/texts.zh-CN.json`);

describe('the scripts a page waits for', () => {
  it(`are at most ${LIMIT_KIB} KiB for the indicators, gzip`, () => {
    const page = 'src/pages/indicators/dashboard-page.tsx';
    const size = kibOf('index.html', page, ...texts('app', 'shared', 'pages/indicators'));
    // A page that is no longer found under its name would pass for nothing.
    expect(size).toBeGreaterThan(kibOf('index.html'));
    expect(size).toBeLessThanOrEqual(LIMIT_KIB);
  });

  it('leave the charts for later', () => {
    const first = [...neededBy('index.html'), ...neededBy('src/pages/indicators/dashboard-page.tsx')];
    expect(first.filter((chunk) => /echarts/.test(manifest[chunk]!.file))).toEqual([]);
    expect(Object.values(manifest).some(({ file }) => /echarts/.test(file))).toBe(true);
  });
});
