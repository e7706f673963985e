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
  const parts = text.split(';').map((part) => part.trim());
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
  const codes = column.codes === undefined ? null : new Set(column.codes.map((entry) => String(entry.code)));
  const checkCode = (text: string, value: RowValue): Parsed =>
    codes === null || codes.has(text) ? value : new CellRefusal('FIELD.CODE');
  switch (column.type) {
    case 'text':
      return (text) =>
        text.length > (column.maxLength ?? 200) ? new CellRefusal('FIELD.TOO_LONG') : checkCode(text, text);
    case 'date':
      return (text) => (isIsoDate(text) ? text : new CellRefusal('FIELD.DATE'));
    case 'partialDate':
      return (text) => (isPartialIsoDate(text) ? text : new CellRefusal('FIELD.DATE'));
    case 'boolean':
      return (text) => (TRUE.has(text) ? true : FALSE.has(text) ? false : new CellRefusal('FIELD.TYPE'));
    case 'integer':
      return numberParser(column, INTEGER, checkCode);
    case 'decimal':
      return numberParser(column, DECIMAL, checkCode);
    case 'integerList':
      return listParser(numberParser(column, INTEGER, checkCode));
    case 'textList':
      return listParser((text) => checkCode(text, text));
  }
}

function numberParser(
  column: ImportColumn,
  form: RegExp,
  checkCode: (text: string, value: RowValue) => Parsed,
): CellParser {
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = column;
  return (text) => {
    if (!form.test(text)) return new CellRefusal('FIELD.TYPE');
    const value = Number(text);
    return value < min || value > max ? new CellRefusal('FIELD.RANGE') : checkCode(String(value), value);
  };
}

function listParser(parse: CellParser): CellParser {
  return (text) => {
    const items: RowValue[] = [];
    for (const part of text.split(';')) {
      if (part.trim() === '') continue;
      const parsed = parse(part.trim());
      if (parsed instanceof CellRefusal) return parsed;
      items.push(parsed);
    }
    return items.length > LIST_ITEMS ? new CellRefusal('FIELD.TOO_LONG') : items;
  };
}
