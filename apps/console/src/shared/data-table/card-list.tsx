import { Fragment, memo, type ReactNode } from 'react';
import type { DataTableProps, DrawnRowProps } from './data-table-props.js';
import { useVisibleRows } from './use-visible-rows.js';
import styles from './card-list.module.css';

const CARD_PX = 124;
const BONES = [0, 1, 2, 3, 4];

/** The rows of a table one under the other, for a window as narrow as a phone. */
export function CardList<Row>({ caption, rows, columns, rowKey, isLoading, onMore }: DataTableProps<Row>) {
  const { list, items, before, after, measure } = useVisibleRows<HTMLUListElement>(rows.length, CARD_PX, onMore);
  const shown = items?.map(({ index }) => index) ?? rows.map((_, index) => index);
  return (
    <ul ref={list} className={styles['list']} aria-label={caption} aria-busy={isLoading === true}>
      {isLoading === true &&
        rows.length === 0 &&
        BONES.map((bone) => <li key={bone} aria-hidden="true" className={styles['bone']} />)}
      {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
      {shown.map((index) => {
        const row = rows[index];
        if (row === undefined) return <Fragment key={index} />;
        return <Card key={rowKey(row)} index={index} row={row} columns={columns} measure={measure} />;
      })}
      {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
    </ul>
  );
}

// As the rows of a table: those on the page already are not worked out again while it scrolls.
const Card = memo(function Card<Row>({ index, row, columns, measure }: DrawnRowProps<Row>) {
  const headings = columns.filter(({ onCard }) => onCard === 'heading');
  const lines = columns.filter(({ onCard = 'line' }) => onCard === 'line');
  return (
    <li ref={measure} data-index={index} className={styles['place']}>
      <div className={styles['card']}>
        {headings.length > 0 && (
          <div className={styles['heading']}>
            {headings.map(({ key, render }) => (
              <div key={key}>{render(row)}</div>
            ))}
          </div>
        )}
        <dl className={styles['lines']}>
          {lines.map(({ key, title, kind, render }) => (
            <div key={key} className={styles['line']}>
              <dt>{title}</dt>
              <dd className={kind === 'number' ? 'xq-number' : undefined}>{render(row)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}) as <Row>(props: DrawnRowProps<Row>) => ReactNode;
