import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const STORED = 'xinqiao.language';

let current: Language = stored() ?? 'zh-CN';
const listeners = new Set<() => void>();

/** The language of the console now; for code outside components. */
export function currentLanguage(): Language {
  return current;
}

/** The language of the console; renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, currentLanguage);
}

/** Takes the language over at once. Its texts must be there: `changeLanguage` of `texts.ts` sees to that. */
export function setLanguage(language: Language, userId?: string): void {
  current = language;
  document.documentElement.lang = language;
  remember(STORED, language);
  if (userId !== undefined) remember(`${STORED}.${userId}`, language);
  for (const listener of listeners) listener();
}

/** What a user of this device chose last. */
export function languageOf(userId: string): Language | undefined {
  return stored(`${STORED}.${userId}`);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(key: string = STORED): Language | undefined {
  try {
    return LANGUAGES.find((language) => language === localStorage.getItem(key));
  } catch {
    return undefined; // storage is switched off: the choice lasts as long as the page
  }
}

function remember(key: string, language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // as above
  }
}
