import type { ReactNode } from 'react';

/** One column of a table, and how it stands on the card that a row becomes on a phone. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Numbers stand on the right and under one another. Default: `text`. */
  readonly kind?: 'text' | 'number';
  /** Width as CSS writes it; without one it takes its share of what is left. */
  readonly width?: string;
  /** Gives what to sort by; without it the column cannot be sorted. */
  readonly sortBy?: (row: Row) => string | number | null | undefined;
  /** On a phone: the card's heading, a line with its title in front (default), or left out, as in a narrow list of fixed columns. */
  readonly onCard?: 'heading' | 'line' | 'hidden';
}

/** How rows are sorted: a column's key, with `-` in front for the other way round. Empty: as they came. */
export type Sorting = string;

/** Rows in the order asked for. What has no value comes last either way. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting): readonly Row[] {
  const [key, direction] = sorting.startsWith('-') ? [sorting.slice(1), -1] : [sorting, 1];
  const sortBy = columns.find((column) => column.key === key)?.sortBy;
  if (sortBy === undefined) return rows;
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return rows
    .map((row) => [row, sortBy(row)] as const)
    .sort(([, a], [, b]) => {
      if (a == null || b == null) return Number(a == null) - Number(b == null);
      return direction * compare(a, b);
    })
    .map(([row]) => row);
}

/** The next sorting when a column's title is pressed: up, down, as they came. */
export function nextSorting(key: string, sorting: Sorting): Sorting {
  if (sorting === key) return `-${key}`;
  return sorting === `-${key}` ? '' : key;
}
