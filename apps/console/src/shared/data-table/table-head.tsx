import { nextSorting, type Column, type Sorting } from './column.js';
import styles from './data-table.module.css';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

export function TableHead<Row>({ columns, sorting, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, kind, width, sortBy }) => (
          <th
            key={key}
            scope="col"
            className={kind === 'number' ? styles['number'] : undefined}
            style={{ width }}
            aria-sort={directionOf(key, sorting)}
          >
            {sortBy === undefined ? (
              title
            ) : (
              <button type="button" className={styles['sort']} onClick={() => onSort(nextSorting(key, sorting))}>
                {title}
                <span aria-hidden="true" className={styles['arrow']}>
                  {ARROWS[directionOf(key, sorting) ?? 'none']}
                </span>
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const ARROWS = { ascending: '↑', descending: '↓', none: '↕' };

function directionOf(key: string, sorting: Sorting): 'ascending' | 'descending' | undefined {
  if (sorting === key) return 'ascending';
  return sorting === `-${key}` ? 'descending' : undefined;
}
