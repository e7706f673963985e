import styles from './chart.module.css';

/** The figures of a chart. Texts as they are shown; numbers are written in the local form by whoever gives them. */
export interface ChartData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

interface ChartTableProps {
  readonly caption: string;
  readonly data: ChartData;
}

export function ChartTable({ caption, data }: ChartTableProps) {
  return (
    <div className={styles['tableFrame']}>
      <table className={styles['table']}>
        <caption className="xq-hidden">{caption}</caption>
        <thead>
          <tr>
            {data.columns.map((title) => (
              <th key={title} scope="col">
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
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell ?? '—'}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
