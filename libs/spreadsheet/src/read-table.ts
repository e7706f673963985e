import { readCsv } from './csv/read-csv.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { detectFormat } from './table-format.js';
import { DEFAULT_TABLE_LIMITS, type ReadContext, type ReadTableOptions, type TableRow } from './table.js';
import { openSource, type TableSource } from './table-source.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/**
 * Reads a workbook or text table row by row in bounded memory; the first row handed out is the header. The format is told by the
 * first bytes, text is UTF-8 or GB18030. Throws {@link SpreadsheetError}. Leaving the loop early closes the source.
 */
export async function* readTable(source: TableSource, options: ReadTableOptions = {}): AsyncGenerator<TableRow> {
  const context: ReadContext = {
    limits: { ...DEFAULT_TABLE_LIMITS, ...options.limits },
    sheet: options.sheet,
    formulas: options.formulas ?? 'cached',
    signal: options.signal,
  };
  const opened = await openSource(source);
  try {
    if (opened.size === 0) throw new SpreadsheetError('NOT_A_TABLE', 'empty file');
    const format = await detectFormat(opened);
    yield* format === 'xlsx' ? readXlsx(opened, context) : readCsv(opened, context);
  } finally {
    await opened.close();
  }
}
