import { useMemo } from 'react';
import { useAddress } from '../use-address.js';
import { useIsNarrow, useIsPhone } from '../use-media.js';
import { sorted, type Column } from './column.js';
import { CardList } from './card-list.js';
import type { DataTableProps } from './data-table-props.js';
import { TableBody } from './table-body.js';
import { TableHead } from './table-head.js';
import styles from './data-table.module.css';

/**
 * A table of any length: only the rows near the window are drawn, the page scrolls and not the table. On a phone its rows are
 * cards, and on a tablet a list of fixed columns leaves out what a card does. The sorting stands in the address; sort only what
 * is fetched whole.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, isLoading = false, empty, sortParameter = 'sort', usualSorting = '', isFixed = false } = props;
  const [sorting, setSorting] = useAddress(sortParameter, usualSorting);
  const inOrder = useMemo(() => sorted(rows, props.columns, sorting), [rows, props.columns, sorting]);
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow() && isFixed;
  // The same as long as it can be: rows that are drawn already are not worked out again while the list scrolls.
  const columns = useMemo(
    () => (isNarrow ? props.columns.filter(({ onCard }) => onCard !== 'hidden') : props.columns),
    [isNarrow, props.columns],
  );
  if (!isLoading && rows.length === 0) return empty;
  if (isPhone) return <CardList {...props} rows={inOrder} />;
  return (
    <div className={styles['frame']}>
      <table
        className={styles['table']}
        data-fixed={isFixed || undefined}
        style={isFixed ? { minWidth: narrowest(columns) } : undefined}
        aria-rowcount={rows.length + 1}
        aria-busy={isLoading}
      >
        <caption className="xq-hidden">{props.caption}</caption>
        <TableHead columns={columns} sorting={sorting} onSort={setSorting} />
        <TableBody {...props} columns={columns} rows={inOrder} />
      </table>
    </div>
  );
}

/** A column without a width of its own needs this to show a name. */
const SHARE_PX = 140;

/** Below this the frame scrolls: no column is squeezed by those of fixed width. */
function narrowest<Row>(columns: readonly Column<Row>[]): string {
  return `calc(${columns.map(({ width }) => width ?? `${String(SHARE_PX)}px`).join(' + ')})`;
}
