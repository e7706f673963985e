import type { Language } from './language.js';

/** What goes into the `{places}` of a text. Numbers are written in the local form; a year goes in as a string. */
export type TextValues = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** `{n}` is the value, `{n|person|people}` the first word for one and the second for any other number. */
export function fillIn(text: string, language: Language, values: TextValues = {}): string {
  return text.replace(PLACE, (_, name: string, one: string | undefined, other: string | undefined) => {
    const value = values[name];
    if (one !== undefined && other !== undefined) return value === 1 ? one : other;
    if (value === undefined) return '';
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}
