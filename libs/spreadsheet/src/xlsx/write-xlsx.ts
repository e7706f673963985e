import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CellValue } from '../csv/write-csv.js';
import { textFor, type FileAudience } from '../formula-guard.js';
import { SpreadsheetError } from '../spreadsheet-error.js';
import { columnLetters } from './cell-reference.js';
import { escapeText } from './escaped-text.js';
import { plainNumber } from './number-text.js';
import { SHEET_FOOT, STYLE, sheetHead, workbookParts } from './workbook-xml.js';

/** A column of a sheet. */
export interface XlsxColumn {
  readonly header: string;
  /** In characters. Default: fits the header, 10 to 40. */
  readonly width?: number;
  /** Cells a person fills in keep their digits in a text column. Default "text". */
  readonly kind?: 'text' | 'number';
}

/** A sheet: its header row is bold and stays in view. */
export interface XlsxSheet {
  /** At most 31 characters without `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
}

/** How a workbook is written. */
export interface WriteXlsxOptions {
  readonly audience: FileAudience;
  /** 1 fast … 9 small. Default 6. */
  readonly compressionLevel?: number;
}

const LAST_ROW = 1_048_576;
const LONGEST_CELL = 32_767;
/** Characters buffered before they are compressed. */
const PIECE = 64 * 1024;
/** Archives of the same contents are the same bytes. */
const NO_TIME = new Date(2000, 0, 1);

/** Writes a workbook sheet by sheet at the pace of the reader; rows are asked for as they are needed. Destroying it ends the rows. */
export function writeXlsx(sheets: readonly XlsxSheet[], options: WriteXlsxOptions): Readable {
  checkNames(sheets);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const entry = {
    mtime: NO_TIME,
    forceDosTimestamp: true,
    compressionLevel: options.compressionLevel ?? 6,
  };
  for (const [path, xml] of workbookParts(sheets.map(({ name }) => name))) {
    zip.addBuffer(Buffer.from(xml, 'utf8'), path, entry);
  }
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, entry, (give) => {
      const rows = Readable.from(sheetPieces(sheet, options.audience), { objectMode: false });
      // The archive does not listen to the rows: their error ends the file, its end ends them.
      rows.once('error', (error) => output.destroy(error));
      output.once('close', () => rows.destroy());
      give(null, rows);
    });
  });
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end();
  return output;
}

async function* sheetPieces(sheet: XlsxSheet, audience: FileAudience): AsyncGenerator<Buffer> {
  const columns = sheet.columns.map(({ header, width, kind }) => ({
    width: width ?? Math.min(Math.max(displayWidth(header) + 2, 10), 40),
    isText: kind !== 'number',
  }));
  let piece = sheetHead(columns);
  piece += rowXml(
    1,
    sheet.columns.map(({ header }) => header),
    audience,
    STYLE.header,
  );
  let row = 1;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > LAST_ROW) throw new SpreadsheetError('TOO_MANY_ROWS', String(LAST_ROW));
    piece += rowXml(row, cells, audience, STYLE.text);
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  yield Buffer.from(piece + SHEET_FOOT, 'utf8');
}

function rowXml(row: number, cells: readonly CellValue[], audience: FileAudience, textStyle: number): string {
  let xml = `<row r="${row}">`;
  cells.forEach((value, column) => {
    if (value !== null && value !== '') xml += cellXml(`${columnLetters(column)}${row}`, value, audience, textStyle);
  });
  return `${xml}</row>`;
}

function cellXml(reference: string, value: string | number | boolean, audience: FileAudience, style: number): string {
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${reference}"><v>${plainNumber(value)}</v></c>`;
  const text = textFor(audience, String(value));
  if (text.length > LONGEST_CELL) throw new SpreadsheetError('CELL_TOO_LONG', reference);
  const keep = /^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${keep}>${escapeText(text)}</t></is></c>`;
}

function checkNames(sheets: readonly XlsxSheet[]): void {
  const names = sheets.map(({ name }) => name.toLowerCase());
  const bad = names.some((name) => name === '' || name.length > 31 || /[[\]:*?/\\]/u.test(name));
  if (bad || names.length === 0 || new Set(names).size < names.length) {
    throw new RangeError('sheets need different names of 1 to 31 characters without [ ] : * ? / \\');
  }
}

/** Chinese characters are two columns wide. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}
