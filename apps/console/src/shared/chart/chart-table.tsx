import { useFormat } from '../format.js';
import styles from './chart.module.css';

/** The figures of a chart. */
export interface ChartData {
  readonly columns: readonly string[];
  /** Column of values with two decimals; all other numbers are counts. */
  readonly ratioColumn?: number;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface ChartTableProps {
  readonly caption: string;
  readonly data: ChartData;
}

/** The same for people: texts as they are, numbers in the local form. */
export function ChartTable({ caption, data }: ChartTableProps) {
  const format = useFormat();
  const shown = (cell: string | number | null, column: number): string => {
    if (typeof cell === 'string') return cell;
    return column === data.ratioColumn ? format.ratio(cell) : format.count(cell);
  };
  return (
    <div className={styles['tableFrame']}>
      <table className={styles['table']}>
        <caption className="xq-hidden">{caption}</caption>
        <thead>
          <tr>
            {data.columns.map((title, column) => (
              <th key={title} scope="col" className={isText(data, column) ? styles['text'] : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {shown(cell, column)}
                  </th>
                ) : (
                  <td key={column} className={isText(data, column) ? styles['text'] : undefined}>
                    {shown(cell, column)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isText({ rows }: ChartData, column: number): boolean {
  return rows.some((row) => typeof row[column] === 'string');
}
