import { pinyin } from 'pinyin-pro';

const LONGEST_PART = 4;
const LONGEST_PREFIX = 24;

/** What names are compared as: lower case, without blanks and the dots inside ethnic names. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.'-]/gu, '');
}

/**
 * Everything a name can be found by: each run of up to four characters, the pinyin from its beginning, the initials. They
 * are hashed with a key before they are stored.
 */
export function nameParts(name: string): string[] {
  const characters = Array.from(normaliseName(name));
  const parts = new Set<string>();
  for (let from = 0; from < characters.length; from += 1) {
    for (let length = 1; length <= LONGEST_PART && from + length <= characters.length; length += 1) {
      parts.add(characters.slice(from, from + length).join(''));
    }
  }
  const full = characters.join('');
  for (const text of [full, ...spellings(full)]) {
    for (let length = 1; length <= Math.min(text.length, LONGEST_PREFIX); length += 1) parts.add(text.slice(0, length));
  }
  return [...parts];
}

/** The part a search text is compared as. */
export function searchPart(text: string): string {
  return normaliseName(text).slice(0, LONGEST_PREFIX);
}

function spellings(name: string): string[] {
  const options = { toneType: 'none', surname: 'head', v: true } as const;
  return [normaliseName(pinyin(name, options)), normaliseName(pinyin(name, { ...options, pattern: 'first' }))];
}
