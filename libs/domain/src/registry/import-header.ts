import type { ImportColumn } from './import-column.js';
import { IMPORT_COLUMNS, REASON_TITLES, type ImportKind } from './import-columns.js';

const PLACE = /\[\d+\]/gu;

/** Why a file as a whole cannot be read; `column` names the header at fault. */
export interface HeaderProblem {
  readonly code:
    'REGISTRY.IMPORT.COLUMN_UNKNOWN' | 'REGISTRY.IMPORT.COLUMN_MISSING' | 'REGISTRY.IMPORT.COLUMN_REPEATED';
  readonly column: string;
}

/** What stands in each column of the file; `null` for the reason column of a workbook that is sent again. */
export type BoundHeader = readonly (ImportColumn | null)[];

/**
 * Finds the column behind every header: the JSON field name, the Chinese or English title, or the template's
 * "title field". The first fault is returned; a file with a wrong header is refused as a whole.
 */
export function bindHeader(kind: ImportKind, headers: readonly string[]): BoundHeader | HeaderProblem {
  const known = titles(kind);
  const bound: (ImportColumn | null)[] = [];
  const seen = new Set<string>();
  for (const raw of withoutEmptyEnd(headers)) {
    const header = normalise(raw);
    if (REASON_TITLES.includes(header)) {
      bound.push(null);
      continue;
    }
    const column = known.get(header) ?? known.get(lastWord(header));
    if (column === undefined) return { code: 'REGISTRY.IMPORT.COLUMN_UNKNOWN', column: header.slice(0, 60) };
    if (seen.has(column.field)) return { code: 'REGISTRY.IMPORT.COLUMN_REPEATED', column: column.field };
    seen.add(column.field);
    bound.push(column);
  }
  const missing = IMPORT_COLUMNS[kind].find((column) => column.required === true && !seen.has(column.field));
  return missing === undefined ? bound : { code: 'REGISTRY.IMPORT.COLUMN_MISSING', column: missing.field };
}

/** Tells a refusal of the header from a bound one. */
export function isHeaderProblem(result: BoundHeader | HeaderProblem): result is HeaderProblem {
  return !Array.isArray(result);
}

/** The header as the template prints it: title, then the field name that is read back. */
export function templateHeader(column: ImportColumn): string {
  return `${column.zh} ${column.field}`;
}

/** The title of a field for people; what is no column of the kind keeps its name. Places in lists (`medications[0].drug`) are left out. */
export function columnTitle(kind: ImportKind, field: string, language: 'zh' | 'en'): string {
  const name = field.replaceAll(PLACE, '');
  return IMPORT_COLUMNS[kind].find((column) => column.field === name)?.[language] ?? field;
}

function titles(kind: ImportKind): Map<string, ImportColumn> {
  const known = new Map<string, ImportColumn>();
  for (const column of IMPORT_COLUMNS[kind]) {
    for (const title of [column.en, column.zh, column.field]) known.set(title, column);
  }
  return known;
}

function normalise(header: string): string {
  return header.replace(/^\uFEFF/, '').trim();
}

function lastWord(header: string): string {
  return header.slice(header.search(/\S+$/));
}

function withoutEmptyEnd(headers: readonly string[]): readonly string[] {
  let end = headers.length;
  while (end > 0 && (headers[end - 1] ?? '').trim() === '') end -= 1;
  return headers.slice(0, end);
}
