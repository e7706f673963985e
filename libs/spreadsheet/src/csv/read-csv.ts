import { shapeRows } from '../shape-rows.js';
import type { ReadContext, TableRow } from '../table.js';
import type { RandomAccess } from '../table-source.js';
import { CsvParser } from './csv-parser.js';
import { decodedPieces, detectEncoding } from './text-encoding.js';

/** Reads a text table: comma, or tab or semicolon when the first line has no comma. */
export async function* readCsv(source: RandomAccess, context: ReadContext): AsyncGenerator<TableRow> {
  const encoding = await detectEncoding(source, context.signal);
  const shape = shapeRows(context.limits);
  let parser: CsvParser | null = null;
  for await (const text of decodedPieces(source, encoding, context.signal)) {
    parser ??= new CsvParser(delimiterOf(text), context.limits);
    for (const { number, cells } of parser.push(text)) {
      const row = shape(number, cells, []);
      if (row !== null) yield row;
    }
  }
  for (const { number, cells } of parser?.end() ?? []) {
    const row = shape(number, cells, []);
    if (row !== null) yield row;
  }
}

/** The delimiter of the header line; texts between quotes do not count. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/u.exec(text.trimStart())?.[0].replace(/"[^"]*"/gu, '') ?? '';
  return [',', '\t', ';'].find((candidate) => line.includes(candidate)) ?? ',';
}
