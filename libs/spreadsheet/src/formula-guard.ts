/**
 * Whom a file is written for. A spreadsheet takes some texts for formulas when a file is opened or a cell is edited.
 *
 * - `people`: texts that could be taken so get an apostrophe in front. Reading such a file gives the apostrophe back.
 * - `reimport`: not a character is changed. Workbooks mark every text as text (format `@` and the quote-prefix attribute), which
 *   spreadsheets honour even when the cell is edited; CSV has no such mark, so prefer workbooks.
 */
export type FileAudience = 'people' | 'reimport';

/** What a text must not begin with (reliability-security.md 4.1, 1.2.10); the full-width forms are formulas in Chinese locales. */
const FORMULA_START = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** Puts an apostrophe before a text that a spreadsheet could take for a formula. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Applies the guard where the audience asks for it. */
export function textFor(audience: FileAudience, text: string): string {
  return audience === 'people' ? guardFormula(text) : text;
}
