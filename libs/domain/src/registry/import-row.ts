import { isIsoDate, isPartialIsoDate } from '../kernel/iso-date.js';
import type { FieldCode, Refusal } from '../kernel/problem.js';
import type { ImportColumn } from './import-column.js';
import type { ImportKind } from './import-columns.js';
import { IMPORT_COLUMNS } from './import-columns.js';
import type { BoundHeader } from './import-header.js';

/** A value as JSON knows it. */
export type RowValue = string | number | boolean | RowValue[] | { [field: string]: RowValue };
/** The resource of a row, nested as in the REST contract; empty cells are left out. */
export type RowObject = Record<string, RowValue>;

export type CellRefusalCode = FieldCode | 'REGISTRY.IMPORT.LIST_LENGTHS';

export interface RowReading {
  readonly value: RowObject;
  readonly refusals: Refusal<CellRefusalCode>[];
}

type Parsed = RowValue | CellRefusal;
class CellRefusal {
  constructor(readonly code: CellRefusalCode) {}
}
type CellParser = (text: string) => Parsed;

interface Plan {
  readonly index: number;
  readonly column: ImportColumn;
  readonly path: readonly string[];
  readonly parse: CellParser;
}

const INTEGER = /^[+-]?\d{1,15}$/u;
const DECIMAL = /^[+-]?\d{1,12}(?:\.\d{1,6})?$/u;
const TRUE = new Set(['true', 'TRUE', 'True', '1', '是', '有', 'Y', 'y', 'yes']);
const FALSE = new Set(['false', 'FALSE', 'False', '0', '否', '无', 'N', 'n', 'no']);
const LIST_ITEMS = 50;
const SEPARATOR = /[;；]/u;
const EXCEL_DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;
const EXCEL_MONTH = /^(\d{4})(?:年|[-/.年](\d{1,2})月?)$/u;

/**
 * Compiles the reader of one file: cells in, resource and refusals out. One closure a column, no reflection, so that half a
 * million rows cost little; rules across fields belong to the service that owns the resource.
 */
export function compileRowReader(kind: ImportKind, header: BoundHeader): (cells: readonly string[]) => RowReading {
  const plans = header.flatMap((column, index): Plan[] =>
    column === null ? [] : [{ index, column, path: column.field.split('.'), parse: cellParser(column) }],
  );
  const required = IMPORT_COLUMNS[kind].filter((column) => column.required === true);
  const requiredIndexes = new Set(plans.filter((plan) => required.includes(plan.column)).map((plan) => plan.index));
  return (cells) => {
    const value: RowObject = {};
    const refusals: Refusal<CellRefusalCode>[] = [];
    for (const plan of plans) {
      const text = (cells[plan.index] ?? '').trim();
      if (text !== '') readCell(plan, text, value, refusals);
      else if (requiredIndexes.has(plan.index)) refusals.push({ field: plan.column.field, code: 'FIELD.REQUIRED' });
    }
    return { value, refusals };
  };
}

function readCell(plan: Plan, text: string, row: RowObject, refusals: Refusal<CellRefusalCode>[]): void {
  const { column, path, parse } = plan;
  if (column.perItem === true) {
    const refusal = readItems(path, parse, text, row);
    if (refusal !== null) refusals.push({ field: column.field, code: refusal });
    return;
  }
  const parsed = parse(text);
  if (parsed instanceof CellRefusal) refusals.push({ field: column.field, code: parsed.code });
  else setPath(row, path, parsed);
}

/** `medications.drug` = "利培酮;氯氮平": the n-th value belongs to the n-th object of the list. */
function readItems(path: readonly string[], parse: CellParser, text: string, row: RowObject): CellRefusalCode | null {
  const [list = '', field = ''] = path;
  const parts = text.split(SEPARATOR).map((part) => part.trim());
  const items = (row[list] ??= parts.map(() => ({}))) as RowObject[];
  if (parts.length !== items.length || parts.length > LIST_ITEMS) return 'REGISTRY.IMPORT.LIST_LENGTHS';
  for (const [i, part] of parts.entries()) {
    if (part === '') continue;
    const parsed = parse(part);
    if (parsed instanceof CellRefusal) return parsed.code;
    (items[i] as RowObject)[field] = parsed;
  }
  return null;
}

function setPath(row: RowObject, path: readonly string[], value: RowValue): void {
  let target = row;
  for (let i = 0; i < path.length - 1; i += 1) target = (target[path[i] ?? ''] ??= {}) as RowObject;
  target[path[path.length - 1] ?? ''] = value;
}

function cellParser(column: ImportColumn): CellParser {
  const codes = codesOf(column);
  const longest = column.maxLength ?? 200;
  const text: CellParser = (cell) => {
    if (cell.length > longest) return new CellRefusal('FIELD.TOO_LONG');
    return codes === undefined ? cell : (codes.get(cell) ?? new CellRefusal('FIELD.CODE'));
  };
  switch (column.type) {
    case 'text':
      return text;
    case 'date':
      return (cell) => isoDateOf(cell) ?? new CellRefusal('FIELD.DATE');
    case 'partialDate':
      return (cell) => partialIsoDateOf(cell) ?? new CellRefusal('FIELD.DATE');
    case 'boolean':
      return (cell) => (TRUE.has(cell) ? true : FALSE.has(cell) ? false : new CellRefusal('FIELD.TYPE'));
    case 'integer':
      return numberParser(column, INTEGER, codes);
    case 'decimal':
      return numberParser(column, DECIMAL, codes);
    case 'integerList':
      return listParser(numberParser(column, INTEGER, codes));
    case 'textList':
      return listParser(text);
  }
}

/** Codes by what may stand in a cell. A label that two codes share means neither. */
function codesOf({ codes, alsoWritten = {} }: ImportColumn): ReadonlyMap<string, string> | undefined {
  if (codes === undefined) return undefined;
  const labels = codes.flatMap(({ code, zh, en }) =>
    [...new Set([zh, en])].map((label) => [label, String(code)] as const),
  );
  const sameLabel = [...Map.groupBy(labels, ([label]) => label).values()];
  return new Map([
    ...sameLabel.flatMap((same) => (same.length === 1 ? same : [])),
    ...Object.entries(alsoWritten),
    // Last, so that no label hides a code.
    ...codes.map(({ code }) => [String(code), String(code)] as const),
  ]);
}

function numberParser(column: ImportColumn, form: RegExp, codes: ReadonlyMap<string, string> | undefined): CellParser {
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = column;
  return (cell) => {
    const written = codes?.get(cell) ?? cell;
    if (!form.test(written)) return new CellRefusal('FIELD.TYPE');
    const value = Number(written);
    if (value < min || value > max) return new CellRefusal('FIELD.RANGE');
    return codes === undefined || codes.has(String(value)) ? value : new CellRefusal('FIELD.CODE');
  };
}

function listParser(parse: CellParser): CellParser {
  return (cell) => {
    const items: RowValue[] = [];
    for (const part of cell.split(SEPARATOR)) {
      if (part.trim() === '') continue;
      const parsed = parse(part.trim());
      if (parsed instanceof CellRefusal) return parsed;
      items.push(parsed);
    }
    return items.length > LIST_ITEMS ? new CellRefusal('FIELD.TOO_LONG') : items;
  };
}

/** The day a cell says; `undefined` for what is none. Excel saves days as `2026/3/2` in Chinese csv files. */
function isoDateOf(cell: string): string | undefined {
  if (isIsoDate(cell)) return cell;
  const [, year = '', month = '', day = ''] = EXCEL_DATE.exec(cell) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

function partialIsoDateOf(cell: string): string | undefined {
  if (isPartialIsoDate(cell)) return cell;
  const [, year = '', month = ''] = EXCEL_MONTH.exec(cell) ?? [];
  const partial = [year, ...(month === '' ? [] : [month.padStart(2, '0')])].join('-');
  return isPartialIsoDate(partial) ? partial : isoDateOf(cell);
}
