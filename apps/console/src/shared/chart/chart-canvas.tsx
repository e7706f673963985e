import { theme } from 'antd';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref, type RefObject } from 'react';
import { paletteOf, type ChartPalette } from './chart-palette.js';
import styles from './chart.module.css';

/** Areas of a map, drawn under a name that options refer to. */
export interface ChartMap {
  readonly name: string;
  /** GeoJSON FeatureCollection. */
  readonly areas: object;
}

export interface DrawnChart {
  /** As a PNG data address, on the ground of the theme. */
  image(): string;
}

interface ChartCanvasProps {
  readonly ref: Ref<DrawnChart>;
  readonly label: string;
  readonly option: (palette: ChartPalette) => EChartsCoreOption;
  readonly height: number;
  readonly map?: ChartMap;
  readonly onSelect?: (name: string, index: number) => void;
}

/** The drawing itself. Its place is kept while ECharts is fetched, so that nothing moves. */
export function ChartCanvas({ ref, label, option, height, map, onSelect }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const { token } = theme.useToken();
  const palette = useMemo(() => paletteOf(token), [token]);
  const chart = useChart(place, map);
  useEffect(() => {
    chart?.setOption({ ...usualOption(palette, label), ...option(palette) }, true);
  }, [chart, option, palette, label]);
  useEffect(() => {
    if (chart === undefined || onSelect === undefined) return undefined;
    const select = ({ name, dataIndex }: { name: string; dataIndex: number }) => onSelect(name, dataIndex);
    chart.on('click', select as (event: unknown) => void);
    return () => {
      chart.off('click', select);
    };
  }, [chart, onSelect]);
  useImperativeHandle(
    ref,
    () => ({
      image: () => chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: palette.ground }) ?? '',
    }),
    [chart, palette],
  );
  return (
    <div
      ref={place}
      className={styles['canvas']}
      style={{ height: `min(${String(height)}px, 96vw)` }}
      role="img"
      aria-label={label}
    />
  );
}

/** ECharts on an element, as large as it and gone with it; undefined until it is fetched. */
function useChart(place: RefObject<HTMLDivElement | null>, map: ChartMap | undefined): ECharts | undefined {
  const [chart, setChart] = useState<ECharts>();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let made: ECharts | undefined;
    const observer = new ResizeObserver(() => made?.resize());
    const draw = async () => {
      const { init, registerMap } = await import('./echarts.js');
      if (!element.isConnected) return;
      if (map !== undefined) registerMap(map.name, map.areas as Parameters<typeof registerMap>[1]);
      made = init(element);
      observer.observe(element);
      setChart(made);
    };
    void draw();
    return () => {
      observer.disconnect();
      made?.dispose();
      setChart(undefined);
    };
  }, [place, map]);
  return chart;
}

/** What holds for every chart. The tooltip is drawn, not written into the page: the policy allows no styles in texts. */
function usualOption(palette: ChartPalette, label: string): EChartsCoreOption {
  return {
    color: [...palette.series],
    animationDuration: 200,
    textStyle: { color: palette.ink, fontFamily: getComputedStyle(document.body).fontFamily },
    aria: { enabled: true, label: { description: label } },
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.ground,
      borderColor: palette.line,
      textStyle: { color: palette.ink },
    },
  };
}
