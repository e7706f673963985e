export { SpreadsheetError, type SpreadsheetErrorCode } from './spreadsheet-error.js';
export { readTable } from './read-table.js';
export {
  DEFAULT_TABLE_LIMITS,
  type CellFault,
  type ReadTableOptions,
  type TableLimits,
  type TableRow,
} from './table.js';
export type { RandomAccess, TableSource } from './table-source.js';
export { guardFormula, type FileAudience } from './formula-guard.js';
export { ofOneSize } from './of-one-size.js';
export { writeCsv, type CellValue, type WriteCsvOptions } from './csv/write-csv.js';
export { writeXlsx, type WriteXlsxOptions, type XlsxColumn, type XlsxSheet } from './xlsx/write-xlsx.js';
