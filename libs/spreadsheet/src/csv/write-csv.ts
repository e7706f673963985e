import { Readable } from 'node:stream';
import { textFor, type FileAudience } from '../formula-guard.js';

/** A value of a cell. Numbers are written plainly, null as an empty cell. */
export type CellValue = string | number | boolean | null;

/** How a CSV file is written. */
export interface WriteCsvOptions {
  readonly audience: FileAudience;
  /** The byte order mark by which Excel knows UTF-8. Default true. */
  readonly byteOrderMark?: boolean;
}

/** Characters buffered before they are handed on. */
const PIECE = 64 * 1024;

/** Writes rows as UTF-8 CSV (RFC 4180, CRLF) at the pace of the reader. The header is a row like any other. */
export function writeCsv(
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>,
  options: WriteCsvOptions,
): Readable {
  return Readable.from(csvPieces(rows, options), { objectMode: false });
}

async function* csvPieces(
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>,
  { audience, byteOrderMark = true }: WriteCsvOptions,
): AsyncGenerator<Buffer> {
  let piece = byteOrderMark ? '\uFEFF' : '';
  for await (const row of rows) {
    piece += `${row.map((cell) => csvCell(cell, audience)).join(',')}\r\n`;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece, 'utf8');
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece, 'utf8');
}

function csvCell(value: CellValue, audience: FileAudience): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = textFor(audience, value);
  return /[",\r\n\t;]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
