import { pinyin } from 'pinyin-pro';

/** How a name is searched by the Latin keyboard. */
export interface NameSounds {
  /** All syllables run together, e.g. "wangxiaoming"; ü is written v. */
  readonly pinyin: string;
  /** First letters of the syllables, e.g. "wxm". */
  readonly initials: string;
}

const LATIN_WORDS = /[a-z]+/gu;
const HAN = /\p{Script=Han}|〇/u;

// Names repeat within a file far more often than people do.
const remembered = new Map<string, NameSounds>();
const REMEMBERED = 20_000;

/** Sounds of a name in normal form; the surname is read as a surname (单 shàn, 曾 zēng, 尉迟 yùchí). */
export function soundsOf(name: string): NameSounds {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const sounds = read(name);
  if (remembered.size === REMEMBERED) remembered.clear();
  remembered.set(name, sounds);
  return sounds;
}

function read(name: string): NameSounds {
  if (!HAN.test(name)) {
    const words = toLatin(name).match(LATIN_WORDS) ?? [];
    return { pinyin: words.join(''), initials: words.map((word) => word.charAt(0)).join('') };
  }
  const heard = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true });
  const syllables = heard.map(toLatin).filter((syllable) => /^[a-z]+$/u.test(syllable));
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

/** What was typed, in the form the columns hold; null when it is not pinyin. */
export function typedSounds(typed: string): string | null {
  const letters = toLatin(typed).replace(/[\s'’·.-]/gu, '');
  return /^[a-z]+$/u.test(letters) ? letters : null;
}

function toLatin(text: string): string {
  return text.toLowerCase().replaceAll('ü', 'v').normalize('NFD').replace(/\p{M}/gu, '');
}
