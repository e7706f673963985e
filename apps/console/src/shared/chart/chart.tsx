import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../texts/texts.js';
import { ChartCanvas, type ChartMap, type DrawnChart } from './chart-canvas.js';
import { ChartTable, type ChartData } from './chart-table.js';
import type { ChartPalette } from './chart-palette.js';
import { save } from './save-chart.js';
import { SaveData } from './save-data.js';
import styles from './chart.module.css';

export interface ChartProps {
  /** Says what it shows: "面访率最低的是 XX 街道", not "面访率". */
  readonly title: string;
  /** What is counted, of whom, until when. */
  readonly lead?: ReactNode;
  /** ECharts' option without colours of its own: they come from the palette. Keep it stable (`useCallback`). */
  readonly option: (palette: ChartPalette) => EChartsCoreOption;
  /** The same figures as a table: one click away, read by reading programs, and what is saved as data. */
  readonly data: ChartData;
  /** Pixels. Default: 320. */
  readonly height?: number;
  /** A map to register before drawing. */
  readonly map?: ChartMap;
  /** Something in the chart was pressed: its name, and its place in the data. */
  readonly onSelect?: (name: string, index: number) => void;
}

/** A chart with its title, its table one click away, and both to take along. */
export function Chart({ title, lead, option, data, height = 320, map, onSelect }: ChartProps) {
  const t = useTexts('shared');
  const [asTable, setAsTable] = useState(false);
  const drawn = useRef<DrawnChart>(null);
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <div className={styles['words']}>
          <h2>{title}</h2>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        <div className={`${styles['actions'] ?? ''} xq-no-print`}>
          <Button size="small" type="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.showChart' : 'chart.showTable')}
          </Button>
          {!asTable && (
            <Button size="small" type="text" onClick={() => save(`${title}.png`, drawn.current?.image() ?? '')}>
              {t('chart.saveImage')}
            </Button>
          )}
          <SaveData title={title} data={data} />
        </div>
      </figcaption>
      {asTable ? (
        <ChartTable caption={title} data={data} />
      ) : (
        <>
          <ChartCanvas
            ref={drawn}
            label={title}
            option={option}
            height={height}
            {...(map === undefined ? {} : { map })}
            {...(onSelect === undefined ? {} : { onSelect })}
          />
          <div className="xq-hidden">
            <ChartTable caption={title} data={data} />
          </div>
        </>
      )}
    </figure>
  );
}
