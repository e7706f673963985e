import type { ReactNode } from 'react';
import type { Column } from './column.js';

export interface DataTableProps<Row> {
  /** What the table holds, for reading programs and above the printed table. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Shown in place of an empty table: usually an `EmptyState`. */
  readonly empty: ReactNode;
  /** Bones in place of rows while the first ones are fetched. */
  readonly isLoading?: boolean;
  /** Fetches more when the end comes near; absent when all rows are there. */
  readonly onMore?: (() => void) | undefined;
  /** Columns keep their widths whatever the rows hold: for lists whose rows come and go while they scroll. */
  readonly isFixed?: boolean;
  /** Name of the sorting in the address, for pages with two tables. */
  readonly sortParameter?: string;
  /** Sorting the rows came in, shown until the user chooses another. */
  readonly usualSorting?: string;
}

/** One of the rows on the page, whatever it is drawn as. */
export interface DrawnRowProps<Row> {
  readonly index: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** Tells how high it is. */
  readonly measure: (element: Element | null) => void;
}
