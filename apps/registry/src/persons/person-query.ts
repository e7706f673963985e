import { normaliseName } from '#domain';
import { typedSounds } from './pinyin.js';

/** What was typed into the search box, as something an index can answer. */
export type PersonQuery =
  | { readonly kind: 'all' }
  | { readonly kind: 'number'; readonly typed: string }
  | { readonly kind: 'name'; readonly prefix: string }
  | { readonly kind: 'sounds'; readonly prefix: string };

const LONGEST = 60;

/** Digits make a number, Latin letters are pinyin, everything else is the beginning of a name. */
export function readPersonQuery(typed: string | undefined): PersonQuery {
  const text = (typed ?? '').trim().slice(0, LONGEST);
  if (text === '') return { kind: 'all' };
  if (/\d/u.test(text)) return { kind: 'number', typed: text };
  const sounds = typedSounds(text);
  return sounds === null ? { kind: 'name', prefix: normaliseName(text) } : { kind: 'sounds', prefix: sounds };
}
