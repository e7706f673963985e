import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ErrorEntry } from './catalogue.js';
import { COMMON_ERRORS } from './common.errors.js';
import { SMI_FOLLOW_UP_ERRORS } from './smi-follow-up.errors.js';

/** What a record can be refused for, or warned of: the form judges by the same rules and must find the same words. */
const RULES: readonly (readonly [string, ErrorEntry])[] = [
  ...Object.entries(COMMON_ERRORS).filter(([code]) => code.startsWith('FIELD.')),
  ...Object.entries(SMI_FOLLOW_UP_ERRORS),
];

describe.each([
  ['zh-CN', 'zh'],
  ['en', 'en'],
] as const)('the words of the rules on the form, %s', (language, of) => {
  it('are those the server answers with, for every rule', () => {
    expect(Object.fromEntries(wordsOnForm(language))).toEqual(
      Object.fromEntries(RULES.map(([code, entry]) => [code, entry[of]])),
    );
  });
});

function wordsOnForm(language: string): [string, string][] {
  const file = new URL(`../../../../apps/console/src/pages/smi/texts.${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.entries(texts)
    .filter(([key]) => key.startsWith('code.'))
    .map(([key, text]) => [key.slice('code.'.length), text]);
}
