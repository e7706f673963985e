import { Fragment, memo, type ReactNode } from 'react';
import type { Column } from './column.js';
import type { DataTableProps, DrawnRowProps } from './data-table-props.js';
import { useVisibleRows } from './use-visible-rows.js';
import styles from './data-table.module.css';

const ROW_PX = 45;
const BONES = Array.from({ length: 12 }, (_, i) => i);

export function TableBody<Row>({ rows, columns, rowKey, isLoading, onMore }: DataTableProps<Row>) {
  const { list, items, before, after, measure } = useVisibleRows<HTMLTableSectionElement>(rows.length, ROW_PX, onMore);
  const shown = items?.map(({ index }) => index) ?? rows.map((_, index) => index);
  return (
    <tbody ref={list}>
      {isLoading === true && rows.length === 0 && BONES.map((bone) => <BoneRow key={bone} columns={columns.length} />)}
      {before > 0 && <Gap height={before} />}
      {shown.map((index) => {
        const row = rows[index];
        if (row === undefined) return <Fragment key={index} />;
        return <BodyRow key={rowKey(row)} index={index} row={row} columns={columns} measure={measure} />;
      })}
      {after > 0 && <Gap height={after} />}
    </tbody>
  );
}

// While a long list scrolls, only the rows that come into sight are worked out.
const BodyRow = memo(function BodyRow<Row>({ index, row, columns, measure }: DrawnRowProps<Row>) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}) as <Row>(props: DrawnRowProps<Row>) => ReactNode;

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return <td className={column.kind === 'number' ? styles['number'] : undefined}>{column.render(row)}</td>;
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function BoneRow({ columns }: { readonly columns: number }) {
  return (
    <tr aria-hidden="true">
      {Array.from({ length: columns }, (_, i) => (
        <td key={i}>
          <span className={styles['bone']} />
        </td>
      ))}
    </tr>
  );
}
