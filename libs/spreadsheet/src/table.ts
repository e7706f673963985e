/** Something wrong with one cell; the row is handed out all the same. */
export interface CellFault {
  /** Index in `cells`. */
  readonly column: number;
  /** An error value such as #REF!, or a formula whose result was not saved. The cell's text is empty. */
  readonly kind: 'error_value' | 'formula_without_value';
}

/** One row that holds anything; rows of empty cells are passed over. */
export interface TableRow {
  /** The row's number as a spreadsheet shows it, from 1. */
  readonly row: number;
  /** Texts; as long as the header at least, without trailing empty cells behind it. */
  readonly cells: string[];
  readonly faults: readonly CellFault[];
}

/** What a file may cost. Beyond a limit reading stops with a {@link SpreadsheetError}. */
export interface TableLimits {
  /** Rows below the header that hold anything. Default 1,000,000. */
  readonly maxRows: number;
  /** Default 200. */
  readonly maxColumns: number;
  /** Characters (UTF-16 units) of a cell. Default 32,767, what Excel takes. */
  readonly maxCellLength: number;
  /** Entries of the archive. Default 200. */
  readonly maxEntries: number;
  /** Bytes all entries unpack to, as declared and as found. Default 2 GiB, a million rows of a dozen columns. */
  readonly maxUnpackedBytes: number;
  /** Unpacked : packed, applied from 10 MiB unpacked on. Default 100. */
  readonly maxRatio: number;
  /** Bytes of the shared strings, held in memory outside the heap. Default 160 MiB. */
  readonly maxSharedStringBytes: number;
}

/** The limits of an import of 500,000 rows within 512 MiB. */
export const DEFAULT_TABLE_LIMITS: TableLimits = {
  maxRows: 1_000_000,
  maxColumns: 200,
  maxCellLength: 32_767,
  maxEntries: 200,
  maxUnpackedBytes: 2 * 1024 ** 3,
  maxRatio: 100,
  maxSharedStringBytes: 160 * 1024 ** 2,
};

/** How a table is read. */
export interface ReadTableOptions {
  /** Limits that differ from {@link DEFAULT_TABLE_LIMITS}. */
  readonly limits?: Partial<TableLimits>;
  /** Workbooks: the sheet to read. Default: the first visible one. */
  readonly sheet?: string;
  /** Workbooks: take the saved result of a formula as text, or refuse the file. Nothing is ever computed. Default "cached". */
  readonly formulas?: 'cached' | 'refuse';
  /** Ends reading with its reason. */
  readonly signal?: AbortSignal;
}

/** Options with every default filled in. */
export interface ReadContext {
  readonly limits: TableLimits;
  readonly sheet: string | undefined;
  readonly formulas: 'cached' | 'refuse';
  readonly signal: AbortSignal | undefined;
}
