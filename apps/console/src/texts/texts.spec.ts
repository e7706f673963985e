import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../', import.meta.url));
const LANGUAGES = ['zh-CN', 'en'] as const;
const FAMILIES = readdirSync(join(SRC, 'pages')).map((family) => `pages/${family}`);

/** Folder of a namespace, and where its keys may be used: labels of the navigation stand with the families. */
const NAMESPACES: readonly (readonly [string, readonly string[]])[] = [
  ['app', ['app', 'page-family.ts', ...FAMILIES.map((family) => `${family}/index.ts`)]],
  ['shared', ['shared']],
  ...FAMILIES.map((family) => [family, [family]] as const),
];

describe.each(NAMESPACES)('the texts of %s', (folder, places) => {
  const [zh, en] = LANGUAGES.map((language) => textsOf(folder, language)) as [Texts, Texts];
  const sources = places.flatMap(sourcesIn).join('\n');

  it('are there in both languages, and none is empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const texts of [zh, en]) expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same places to fill in', () => {
    for (const key of Object.keys(zh)) expect([key, placesOf(en[key] ?? '')]).toEqual([key, placesOf(zh[key] ?? '')]);
  });

  it('are all used', () => {
    expect(Object.keys(zh).filter((key) => !isUsed(key, sources))).toEqual([]);
  });

  it('say Chinese in Chinese and not in English', () => {
    const own = (key: string): boolean => key !== 'otherLanguage';
    expect(Object.entries(en).filter(([key, text]) => own(key) && /\p{Script=Han}/u.test(text))).toEqual([]);
    const latin = (text: string): boolean =>
      !/\p{Script=Han}/u.test(text.replaceAll(/\{[^}]*\}/g, '')) && /[a-z]{3}/i.test(text);
    expect(Object.entries(zh).filter(([key, text]) => own(key) && latin(text))).toEqual([]);
  });
});

type Texts = Readonly<Record<string, string>>;

function textsOf(folder: string, language: string): Texts {
  return JSON.parse(readFileSync(join(SRC, folder, `texts.${language}.json`), 'utf8')) as Texts;
}

function sourcesIn(place: string): string[] {
  const path = join(SRC, place);
  if (/\.tsx?$/.test(place)) return [readFileSync(path, 'utf8')];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}

function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

/** By its full name, or as one of a group whose last part is put in: `status.${status}`. */
function isUsed(key: string, sources: string): boolean {
  if (sources.includes(`'${key}'`)) return true;
  const parts = key.split('.');
  return parts.some((_, i) => i > 0 && sources.includes(`\`${parts.slice(0, i).join('.')}.\${`));
}
