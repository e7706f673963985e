import type { ChartData } from './chart-table.js';

/** What Excel would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The figures as a CSV data address that Excel opens with the right characters and no formulas. */
export function asCsv({ columns, rows }: ChartData): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(','));
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.join('\r\n')}`)}`;
}

/** Hands a file to the user. */
export function save(name: string, address: string): void {
  if (address === '') return;
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, ' ');
  link.click();
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
