/** Why a file was refused, or could not be written. The code is stable; the detail names places, never contents. */
export type SpreadsheetErrorCode =
  /** Neither a workbook nor a text table. */
  | 'NOT_A_TABLE'
  /** A workbook of the old binary format (.xls) or one with a password. */
  | 'OLD_OR_ENCRYPTED'
  /** Broken archive, XML or quoting. */
  | 'DAMAGED'
  /** Text that is neither UTF-8 nor GB18030. */
  | 'ENCODING'
  /** The XML holds a document type declaration. */
  | 'DTD'
  /** Unpacks to more than the limits allow, or than the archive itself says. */
  | 'ZIP_BOMB'
  | 'TOO_MANY_ENTRIES'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'CELL_TOO_LONG'
  /** The shared strings of the workbook exceed their cap. */
  | 'TOO_MANY_STRINGS'
  | 'SHEET_NOT_FOUND'
  /** A formula stands where formulas are refused. */
  | 'FORMULA';

/** A refusal of this library. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';

  constructor(
    readonly code: SpreadsheetErrorCode,
    /** A place ("row 17") or a limit; never contents of a cell. */
    readonly detail?: string,
    cause?: unknown,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, cause === undefined ? undefined : { cause });
  }
}
