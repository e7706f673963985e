/** One entry of a code table, with the texts a console shows. */
export interface CodeEntry<Code extends string | number = string | number> {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
}

/** A closed code table in the order of its standard. */
export type CodeList<Code extends string | number = string | number> = readonly CodeEntry<Code>[];

/** The codes of a table, as a union where the table was written with literals. */
export type CodeOf<List extends CodeList> = List[number]['code'];

/** Writes a code table compactly: `[code, zh, en]`. */
export function defineCodes<const Code extends string | number>(
  rows: readonly (readonly [Code, string, string])[],
): CodeList<Code> {
  return rows.map(([code, zh, en]) => ({ code, zh, en }));
}

/** Whether a value is a code of the table; labels, other types and neighbours ("01" for "1") are not. */
export function isCode<Code extends string | number>(list: CodeList<Code>, value: unknown): value is Code {
  return list.some((entry) => entry.code === value);
}

/** The label of a code in a language; null when the table lacks it. */
export function labelOf(list: CodeList, code: string | number, language: 'zh' | 'en'): string | null {
  return list.find((entry) => entry.code === code)?.[language] ?? null;
}
