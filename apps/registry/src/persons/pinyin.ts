import { pinyin, polyphonic } from 'pinyin-pro';

/** How a name is searched by the Latin keyboard. */
export interface NameSounds {
  /** All syllables run together, e.g. "wangxiaoming"; ü is written v. */
  readonly pinyin: string;
  /** First letters of the syllables, e.g. "wxm". */
  readonly initials: string;
}

const LATIN_WORDS = /[a-z]+/gu;
const SYLLABLE = /^[a-z]+$/u;
const HAN = /\p{Script=Han}|〇/u;

// Nine of ten characters have one reading, whatever stands beside them: no need to look for words and surnames.
const readings = new Map<string, string | null>();
// The others are mostly surnames, whose reading depends on nothing behind the second character (尉迟, but 尉小明).
const remembered = new Map<string, NameSounds>();
const REMEMBERED = 20_000;
const SURNAME = 2;

/** Sounds of a name in normal form; the surname is read as a surname (单 shàn, 曾 zēng, 尉迟 yùchí). */
export function soundsOf(name: string): NameSounds {
  const plain = plainSounds(name);
  if (plain !== undefined) return plain;
  const rest = plainSounds(name.slice(SURNAME));
  if (rest === undefined) return recalledSounds(name);
  const head = recalledSounds(name.slice(0, SURNAME));
  return { pinyin: head.pinyin + rest.pinyin, initials: head.initials + rest.initials };
}

function recalledSounds(text: string): NameSounds {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const sounds = readSounds(text);
  if (remembered.size === REMEMBERED) remembered.clear();
  remembered.set(text, sounds);
  return sounds;
}

function plainSounds(name: string): NameSounds | undefined {
  let [syllables, initials] = ['', ''];
  for (const character of name) {
    const reading = onlyReading(character);
    if (reading === null) return undefined;
    syllables += reading;
    initials += reading.charAt(0);
  }
  return { pinyin: syllables, initials };
}

/** The reading of a Chinese character that has one only, else null. */
function onlyReading(character: string): string | null {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const [all = []] = HAN.test(character) ? polyphonic(character, { toneType: 'none', type: 'array', v: true }) : [];
  const [first, ...others] = new Set(all.map(toLatin));
  const reading = first !== undefined && others.length === 0 && SYLLABLE.test(first) ? first : null;
  readings.set(character, reading);
  return reading;
}

/** As the dictionary of words and surnames has it. */
export function readSounds(name: string): NameSounds {
  if (!HAN.test(name)) {
    const words = toLatin(name).match(LATIN_WORDS) ?? [];
    return { pinyin: words.join(''), initials: words.map((word) => word.charAt(0)).join('') };
  }
  const heard = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true });
  const syllables = heard.map(toLatin).filter((syllable) => SYLLABLE.test(syllable));
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}

/** What was typed, in the form the columns hold; null when it is not pinyin. */
export function typedSounds(typed: string): string | null {
  const letters = toLatin(typed).replace(/[\s'’·.-]/gu, '');
  return SYLLABLE.test(letters) ? letters : null;
}

function toLatin(text: string): string {
  return text.toLowerCase().replaceAll('ü', 'v').normalize('NFD').replace(/\p{M}/gu, '');
}
