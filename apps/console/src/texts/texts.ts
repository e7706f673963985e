import { use, useMemo } from 'react';
import { fillIn, type TextValues } from './fill-in.js';
import { currentLanguage, setLanguage, useLanguage, type Language } from './language.js';
import type { Namespace, Namespaces } from './namespaces.js';

type Texts = Readonly<Record<string, string>>;

/** Gives the text of a key with its `{places}` filled in. */
export type Translate<N extends Namespace> = (key: keyof Namespaces[N] & string, values?: TextValues) => string;

const FILES = import.meta.glob<Texts>(['../{app,shared}/texts.*.json', '../pages/*/texts.*.json'], {
  import: 'default',
});

const loading = new Map<string, Promise<Texts>>();
const loaded = new Map<string, Texts>();
const wanted = new Set<Namespace>();

/** The texts of a namespace in the user's language: `const t = useTexts('today')`. */
export function useTexts<N extends Namespace>(namespace: N): Translate<N> {
  const language = useLanguage();
  const texts = loaded.get(nameOf(namespace, language)) ?? use(loadTexts(namespace, language));
  return useMemo(() => (key, values) => fillIn(texts[key] ?? key, language, values), [texts, language]);
}

/** Fetches texts ahead, so that a page shows with them and not before. */
export function loadTexts(namespace: Namespace, language: Language = currentLanguage()): Promise<Texts> {
  wanted.add(namespace);
  const name = nameOf(namespace, language);
  let texts = loading.get(name);
  if (texts === undefined) {
    texts = fetchTexts(name);
    loading.set(name, texts);
  }
  return texts;
}

/** Changes the language when all texts on the page are there in it. */
export async function changeLanguage(language: Language, userId?: string): Promise<void> {
  await Promise.all([...wanted].map((namespace) => loadTexts(namespace, language)));
  setLanguage(language, userId);
}

async function fetchTexts(name: string): Promise<Texts> {
  const file = FILES[name];
  if (file === undefined) throw new Error(`no texts at ${name}`);
  try {
    const texts = await file();
    loaded.set(name, texts);
    return texts;
  } catch (error) {
    loading.delete(name);
    throw error;
  }
}

function nameOf(namespace: Namespace, language: Language): string {
  const folder = namespace === 'app' || namespace === 'shared' ? namespace : `pages/${namespace}`;
  return `../${folder}/texts.${language}.json`;
}
