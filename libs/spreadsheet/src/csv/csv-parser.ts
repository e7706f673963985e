import { SpreadsheetError } from '../spreadsheet-error.js';
import type { TableLimits } from '../table.js';

/** A record of the file: its number from 1, blank lines counted, and its cells. */
export interface CsvRecord {
  readonly number: number;
  readonly cells: string[];
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * RFC 4180 with CR, LF or CRLF, fed in pieces. A quote inside a bare cell and text behind a closing quote are taken as they stand,
 * as spreadsheets do; a quote that is never closed is refused, because it would swallow the rest of the file.
 */
export class CsvParser {
  private readonly delimiter: number;
  private cells: string[] = [];
  private cell = '';
  private state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  private afterCr = false;
  private number = 1;
  private records: CsvRecord[] = [];

  constructor(
    delimiter: string,
    private readonly limits: Pick<TableLimits, 'maxColumns' | 'maxCellLength'>,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Takes a piece and hands out the records it completes. */
  push(text: string): CsvRecord[] {
    for (let at = 0; at < text.length;) at = this.state === 'quoted' ? this.quoted(text, at) : this.bare(text, at);
    return this.take();
  }

  /** Hands out a last record without a line end. */
  end(): CsvRecord[] {
    if (this.state === 'quoted') throw new SpreadsheetError('DAMAGED', `row ${this.number}: quote not closed`);
    if (this.state !== 'start' || this.cells.length > 0) this.endRecord();
    return this.take();
  }

  private take(): CsvRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  /** Inside quotes only the next quote matters. */
  private quoted(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    this.append(text, at, quote < 0 ? text.length : quote);
    if (quote < 0) return text.length;
    this.state = 'closed';
    return quote + 1;
  }

  /** Outside quotes: up to the next delimiter, line end or quote. */
  private bare(text: string, at: number): number {
    let end = at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === this.delimiter || code === LF || code === CR || code === QUOTE) break;
    }
    if (end > at) {
      this.afterCr = false;
      this.append(text, at, end);
      this.state = 'bare';
    }
    if (end < text.length) this.special(text.charCodeAt(end));
    return end + 1;
  }

  private special(code: number): void {
    const isSecondOfCrLf = code === LF && this.afterCr;
    this.afterCr = code === CR;
    if (isSecondOfCrLf) return;
    if (code === QUOTE) this.quote();
    else if (code === this.delimiter) this.endCell();
    else this.endRecord();
  }

  private quote(): void {
    if (this.state === 'start') {
      this.state = 'quoted';
    } else if (this.state === 'closed') {
      // A doubled quote inside a quoted cell.
      this.append('"', 0, 1);
      this.state = 'quoted';
    } else {
      this.append('"', 0, 1);
    }
  }

  private append(text: string, from: number, to: number): void {
    if (this.cell.length + to - from > this.limits.maxCellLength) {
      throw new SpreadsheetError('CELL_TOO_LONG', `row ${this.number}, column ${this.cells.length + 1}`);
    }
    this.cell = this.cell === '' ? text.slice(from, to) : this.cell + text.slice(from, to);
  }

  private endCell(): void {
    if (this.cells.length >= this.limits.maxColumns) {
      throw new SpreadsheetError('TOO_MANY_COLUMNS', `row ${this.number}`);
    }
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRecord(): void {
    this.endCell();
    this.records.push({ number: this.number, cells: this.cells });
    this.cells = [];
    this.number += 1;
  }
}
