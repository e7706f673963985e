import { SpreadsheetError } from './spreadsheet-error.js';
import type { CellFault, TableLimits, TableRow } from './table.js';

/** Turns the cells of a file's rows into {@link TableRow}s: counts them, passes over empty ones, gives them the header's length. */
export function shapeRows(
  limits: TableLimits,
): (row: number, cells: string[], faults: readonly CellFault[]) => TableRow | null {
  let width = 0;
  let count = 0;
  return (row, cells, faults) => {
    let length = cells.length;
    while (length > 0 && cells[length - 1] === '') length -= 1;
    if (length === 0 && faults.length === 0) return null;
    count += 1;
    // The header is not counted.
    if (count > limits.maxRows + 1) throw new SpreadsheetError('TOO_MANY_ROWS', String(limits.maxRows));
    if (count === 1) width = length;
    cells.length = Math.max(width, Math.min(cells.length, length));
    for (let column = length; column < cells.length; column += 1) cells[column] = '';
    return { row, cells, faults };
  };
}
