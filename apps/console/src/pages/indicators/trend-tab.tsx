import { useCallback } from 'react';
import type { ChartPalette } from '../../shared/chart/chart-palette.js';
import { Chart, type ChartProps } from '../../shared/chart/chart.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { changeOf, unitSign, worstFirst } from '../../shared/kpi/figures.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { usePeriodName } from '../../shared/kpi/use-period-name.js';
import { useTexts } from '../../texts/texts.js';
import { ChangeMark } from './change-mark.js';
import type { DashboardRow } from './dashboard-data.js';
import { FigureCell } from './figure-cell.js';
import table from '../../shared/kpi/figure-table.module.css';
import type { TabProps } from './tab-props.js';
import styles from './overview-tab.module.css';

/** The months of the period as a line with its target, and the same as a table. */
export default function TrendTab({ row, areaName }: TabProps & { readonly row: DashboardRow }) {
  const t = useTexts('indicators');
  const format = useFormat();
  const monthName = usePeriodName();
  const titleOf = useTitle(areaName);
  const { indicator, months } = row;
  const option = useCallback((colours: ChartPalette) => lineOption(row, colours, t('targetLine')), [row, t]);
  if (months.length === 0) return <EmptyState text={t('trend.empty')} />;
  const title = titleOf(row);
  const value = t('column.valueIn', { unit: unitSign(indicator.unit) });
  const header = [t('column.month'), value, t('column.numerator'), t('column.denominator')];
  const data = months.map(({ period, value, numerator, denominator }) => [period, value, numerator, denominator]);
  return (
    <div className={`${styles['grid'] ?? ''} ${styles['withAside'] ?? ''}`}>
      <Chart title={title} height={380} option={option} data={{ columns: header, rows: data, ratioColumn: 1 }} />
      <div className={table['frame']}>
        <table className={table['table']}>
          <caption className="xq-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column.month')}</th>
              <th scope="col" className={table['number']}>
                {t('column.value')}
              </th>
              <th scope="col" className={table['number']}>
                {t('column.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month, index) => (
              <tr key={month.period}>
                <th scope="row" title={format.day(month.asOf)}>
                  {monthName(month.period)}
                </th>
                <td className={table['number']}>
                  <FigureCell figure={month} />
                </td>
                <td className={`${table['number'] ?? ''} ${table['wide'] ?? ''}`}>
                  <ChangeMark change={changeOf(month, months[index - 1], indicator.better)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What the line shows: where it stands, and where it stood best. */
function useTitle(area: string): (row: DashboardRow) => string {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = useIndicatorName();
  const monthName = usePeriodName();
  return ({ indicator, months }) => {
    const known = months.filter(({ value }) => value !== null);
    const [last, best] = [known.at(-1), [...known].sort(worstFirst(indicator.better)).at(-1)];
    const names = { area, indicator: nameOf(indicator) };
    if (last === undefined || best === undefined) return t('trend.titleNone', names);
    return t('trend.title', {
      ...names,
      month: monthName(last.period),
      value: format.measure(last.value, last.unit),
      bestMonth: monthName(best.period),
      best: format.measure(best.value, best.unit),
    });
  };
}

function lineOption(
  { months, figure }: DashboardRow,
  colours: ChartPalette,
  targetName: string,
): ReturnType<ChartProps['option']> {
  const { target } = figure;
  const line = {
    // Below the numbers at the points.
    z: 1,
    lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
    label: { formatter: targetName, color: colours.ink },
  };
  return {
    grid: { left: 8, right: 72, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.ground,
      textStyle: { color: colours.ink },
    },
    xAxis: {
      type: 'category',
      data: months.map(({ period }) => period.slice(-10)),
      axisLabel: { color: colours.quiet },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      ...rangeOf(figure.unit, months, target),
      axisLabel: { color: colours.quiet, formatter: `{value} ${unitSign(figure.unit)}` },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        data: months.map(({ value }) => value),
        symbol: 'circle',
        symbolSize: 7,
        // Numbers that would cover each other are left out: the table has them all.
        labelLayout: { hideOverlap: true },
        itemStyle: { color: colours.primary },
        lineStyle: { color: colours.primary, width: 2 },
        label: {
          show: true,
          color: colours.ink,
          formatter: ({ value }: { value: number }) => value.toFixed(2),
          fontSize: 11,
          // Legible across the line and the target.
          backgroundColor: colours.ground,
          padding: [1, 2],
        },
        ...(target === null ? {} : { markLine: { symbol: 'none', data: [{ yAxis: target }], ...line } }),
      },
    ],
  };
}

/** Ends of the axis: the values and the target with some air, never so close that a small change looks like a fall. */
function rangeOf(unit: string, months: DashboardRow['months'], target: number | null): { min: number; max: number } {
  const known = [...months.flatMap(({ value }) => value ?? []), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = high > 20 ? 10 : high > 2 ? 1 : 0.5;
  const top = Math.ceil(high / step + 0.2) * step;
  const bottom = Math.max(0, Math.floor(low / step - 1) * step);
  return { min: bottom, max: unit === 'percent' ? Math.min(100, top) : top };
}
