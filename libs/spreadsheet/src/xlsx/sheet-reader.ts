import { SpreadsheetError } from '../spreadsheet-error.js';
import type { CellFault, TableLimits } from '../table.js';
import { columnOf } from './cell-reference.js';
import { unescapeText } from './escaped-text.js';
import { numberText, type NumberKind } from './number-text.js';
import type { XmlHandler } from './safe-xml.js';
import type { SharedStringStore } from './shared-strings.js';

/** The last row a spreadsheet has. */
const LAST_ROW = 1_048_576;
const NO_FAULTS: readonly CellFault[] = [];

/** A row of the sheet, as far as it holds anything. */
export interface SheetRow {
  readonly row: number;
  readonly cells: string[];
  readonly faults: readonly CellFault[];
}

/** What the sheet refers to. */
export interface SheetContext {
  readonly strings: SharedStringStore;
  readonly styles: readonly NumberKind[];
  readonly date1904: boolean;
  readonly limits: TableLimits;
  readonly formulas: 'cached' | 'refuse';
}

/** Reads the rows of a worksheet part; {@link take} hands out what is complete. */
export class SheetReader implements XmlHandler {
  private rows: SheetRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private faults: CellFault[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private hasFormula = false;
  private listening = false;
  private phonetic = 0;

  constructor(private readonly context: SheetContext) {}

  /** The rows completed since the last call. */
  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'v':
        this.listening = true;
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'row':
        this.openRow(attributes['r']);
        break;
      case 't':
        this.listening = this.phonetic === 0;
        break;
      case 'f':
        this.hasFormula = true;
        break;
      case 'rPh':
        this.phonetic += 1;
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.listening = false;
        break;
      case 'c':
        this.closeCell();
        break;
      case 'row':
        this.closeRow();
        break;
      case 'rPh':
        this.phonetic -= 1;
        break;
    }
  }

  text(text: string): void {
    if (!this.listening) return;
    this.value = this.value === '' ? text : this.value + text;
    if (this.value.length > this.context.limits.maxCellLength * 7) throw this.tooLong();
  }

  private openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.row + 1 : Number(reference);
    if (!Number.isInteger(row) || row <= this.row || row > LAST_ROW) {
      throw new SpreadsheetError('DAMAGED', `row numbers after row ${this.row}`);
    }
    this.row = row;
    this.cells = [];
    this.faults = [];
    this.column = -1;
  }

  private closeRow(): void {
    if (this.cells.length === 0 && this.faults.length === 0) return;
    this.rows.push({ row: this.row, cells: this.cells, faults: this.faults.length === 0 ? NO_FAULTS : this.faults });
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column < 0) throw new SpreadsheetError('DAMAGED', `cell names in row ${this.row}`);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? '0');
    this.value = '';
    this.hasFormula = false;
  }

  private closeCell(): void {
    if (this.hasFormula && this.context.formulas === 'refuse') {
      throw new SpreadsheetError('FORMULA', `row ${this.row}, column ${this.column + 1}`);
    }
    if (this.type === 'e') this.fault('error_value');
    else if (this.value !== '') this.put(this.cellText());
    else if (this.hasFormula && this.type !== 'str') this.fault('formula_without_value');
  }

  private cellText(): string {
    const { strings, styles, date1904 } = this.context;
    switch (this.type) {
      case 's': {
        const text = strings.get(Number(this.value));
        if (text === null) throw new SpreadsheetError('DAMAGED', `row ${this.row}: no such shared string`);
        return text;
      }
      case 'inlineStr':
      case 'str':
        return unescapeText(this.value);
      case 'b':
        return this.value.trim() === '1' ? 'true' : 'false';
      case 'd':
        return this.value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/u, '').replace('T', ' ');
      default:
        return numberText(this.value, styles[this.style] ?? 'number', date1904);
    }
  }

  private put(text: string): void {
    if (text === '') return;
    if (text.length > this.context.limits.maxCellLength) throw this.tooLong();
    this.reach();
    this.cells[this.column] = text;
  }

  private fault(kind: CellFault['kind']): void {
    this.reach();
    this.faults.push({ column: this.column, kind });
  }

  /** Fills the gap up to the cell with empty texts. */
  private reach(): void {
    if (this.column >= this.context.limits.maxColumns) {
      throw new SpreadsheetError('TOO_MANY_COLUMNS', `row ${this.row}`);
    }
    while (this.cells.length <= this.column) this.cells.push('');
  }

  private tooLong(): SpreadsheetError {
    return new SpreadsheetError('CELL_TOO_LONG', `row ${this.row}, column ${this.column + 1}`);
  }
}
