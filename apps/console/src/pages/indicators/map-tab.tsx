import { useCallback, useMemo } from 'react';
import type { ChartPalette } from '../../shared/chart/chart-palette.js';
import { Chart, type ChartProps } from '../../shared/chart/chart.js';
import { EmptyState } from '../../shared/empty-state.js';
import { formatFor, useFormat, type Format } from '../../shared/format.js';
import { standingOf, unitSign, type Indicator, type Standing } from '../../shared/kpi/figures.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import type { AreaFigure, DashboardRow } from './dashboard-data.js';
import table from '../../shared/kpi/figure-table.module.css';
import { Legend } from './heat-table.js';
import { levelsBelow, useMap, type MapLevel, type Outlines } from './map-data.js';
import styles from './map-tab.module.css';
import type { TabProps } from './tab-props.js';
import grid from './overview-tab.module.css';
import { RankingTable } from './ranking-table.js';

/** Above this many areas names and numbers would cover each other: the shape alone stays, the rest is said on pointing. */
const MOST_LABELS = 30;
const SHAPES: Readonly<Record<Standing, string>> = {
  met: '●',
  near: '▲',
  missed: '◆',
  no_target: '',
  not_applicable: '—',
  missing: '—',
};

/** The county by street or community: ground, shape and number of each area, and the same as a table. */
export default function MapTab({ row, ...tab }: TabProps & { readonly row: DashboardRow }) {
  const t = useTexts('indicators');
  const { view, areas, areaName } = tab;
  const levels = levelsBelow(view.measure.org);
  const level = levels.find((one) => one === view.get('level')) ?? levels[0] ?? 'community';
  const { outlines, figures } = useMap(view, areas, row.indicator, level);
  const title = useTitle(areaName, row.indicator, figures);
  const drill = useCallback((org: string) => view.change({ org, level: undefined }), [view]);
  if (outlines.isError) return <ProblemAlert problem={outlines.error} onRetry={() => void outlines.refetch()} />;
  if (outlines.data?.features.length === 0) return <EmptyState text={t('map.empty')} />;
  return (
    <div className={`${grid['grid'] ?? ''} ${grid['withAside'] ?? ''}`}>
      <div>
        <div className={styles['head']}>
          <Legend />
          {levels.length > 1 && (
            <LevelSwitch levels={levels} level={level} onChange={(next) => view.change({ level: next })} />
          )}
        </div>
        {outlines.data !== undefined && (
          <AreaMap
            key={`${view.measure.org} ${level}`}
            {...{ title, figures, outlines: outlines.data, onChoose: drill }}
            unit={unitSign(row.indicator.unit)}
          />
        )}
      </div>
      <div className={styles['list']} tabIndex={0} role="region" aria-label={title}>
        <RankingTable {...tab} areas={{ ...areas, of: () => figures }} row={row} narrow />
      </div>
    </div>
  );
}

/** What the map shows: how many miss the target, and who is last. Figures come worst first. */
function useTitle(area: string, indicator: Indicator, figures: readonly AreaFigure[]): string {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = useIndicatorName();
  const names = { area, indicator: nameOf(indicator) };
  const [worst] = figures;
  if (worst === undefined || worst.figure.value === null) return t('map.titleNone', names);
  const last = { worst: worst.name, value: format.measure(worst.figure.value, worst.figure.unit) };
  const missed = figures.filter(({ figure }) => figure.met === false).length;
  if (missed === 0) return t('map.title', { ...names, ...last });
  return t('map.titleMissed', { ...names, ...last, n: missed, of: figures.length });
}

interface LevelSwitchProps {
  readonly levels: readonly MapLevel[];
  readonly level: MapLevel;
  readonly onChange: (level: MapLevel) => void;
}

function LevelSwitch({ levels, level, onChange }: LevelSwitchProps) {
  const t = useTexts('indicators');
  return (
    <span className={`${styles['levels'] ?? ''} xq-no-print`} role="group" aria-label={t('map.level')}>
      {levels.map((one) => (
        <button
          key={one}
          type="button"
          className={table['why']}
          aria-pressed={one === level}
          onClick={() => onChange(one)}
        >
          {t(`map.level.${one}`)}
        </button>
      ))}
    </span>
  );
}

interface AreaMapProps {
  readonly title: string;
  readonly unit: string;
  readonly figures: readonly AreaFigure[];
  readonly outlines: Outlines;
  readonly onChoose: (org: string) => void;
}

function AreaMap({ title, unit, figures, outlines, onChoose }: AreaMapProps) {
  const t = useTexts('indicators');
  const format = formatFor(useLanguage());
  // Areas are told apart by their codes: two communities may share a name.
  const map = useMemo(() => {
    const features = outlines.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, name: feature.properties.code },
    }));
    const name = `areas-${features.map(({ properties }) => properties.code).join()}`;
    return { name, areas: { type: 'FeatureCollection', features } };
  }, [outlines]);
  const option = useCallback(
    (colours: ChartPalette) => mapOption(map.name, figures, outlines, colours, format),
    [map, figures, outlines, format],
  );
  const header = [
    t('column.areaCode'),
    t('column.area'),
    t('column.valueIn', { unit }),
    t('column.numerator'),
    t('column.denominator'),
  ];
  const data = figures.map(({ name, figure: { org, value, numerator, denominator } }) => [
    org,
    name,
    value,
    numerator,
    denominator,
  ]);
  return (
    <Chart
      title={title}
      height={560}
      option={option}
      data={{ columns: header, rows: data, ratioColumn: 2 }}
      map={map}
      onSelect={onChoose}
    />
  );
}

function mapOption(
  map: string,
  figures: readonly AreaFigure[],
  outlines: Outlines,
  colours: ChartPalette,
  format: Format,
): ReturnType<ChartProps['option']> {
  const byCode = new Map(figures.map((one) => [one.figure.org, one]));
  const grounds: Readonly<Partial<Record<Standing, string>>> = {
    met: faintly(colours.good),
    near: faintly(colours.warning),
    missed: faintly(colours.bad),
  };
  const words = (code: string, name: string, separator: string): string => {
    const found = byCode.get(code);
    if (found === undefined) return name;
    const { figure } = found;
    return `${name}${separator}${SHAPES[standingOf(figure)]} ${format.measure(figure.value, figure.unit)}`;
  };
  const labels = outlines.features.length <= MOST_LABELS;
  return {
    tooltip: tooltipOf(colours),
    series: [
      {
        type: 'map',
        map,
        roam: false,
        selectedMode: false,
        // As large as the place allows: on a phone its width, on a desk its height.
        ...{ left: 8, right: 8, top: 8, bottom: 8, preserveAspect: 'contain' },
        itemStyle: { areaColor: colours.line, borderColor: colours.quiet, borderWidth: 0.8 },
        emphasis: {
          itemStyle: { borderColor: colours.primary, borderWidth: 2 },
          label: { show: true, color: colours.ink },
        },
        data: outlines.features.map(({ properties: { code, name } }) => {
          const found = byCode.get(code);
          const ground = found === undefined ? undefined : grounds[standingOf(found.figure)];
          return {
            name: code,
            value: found?.figure.value ?? null,
            itemStyle: { areaColor: ground ?? colours.line },
            label: {
              show: true,
              color: colours.ink,
              fontSize: labels ? 11 : 8,
              formatter: labels ? words(code, name, '\n') : shapeOf(found),
            },
            emphasis: {
              itemStyle: { areaColor: ground ?? colours.line },
              label: { fontSize: 11, formatter: words(code, name, '\n') },
            },
            tooltip: { formatter: words(code, name, '  ') },
          };
        }),
      },
    ],
  };
}

/** A standing is said by shape, never by colour alone. */
function shapeOf(found: AreaFigure | undefined): string {
  return found === undefined ? '' : SHAPES[standingOf(found.figure)];
}

/** Drawn, not written into the page, as all charts have it; each area says its own words. */
function tooltipOf(colours: ChartPalette): object {
  return { renderMode: 'richText', confine: true, backgroundColor: colours.ground, textStyle: { color: colours.ink } };
}

/** A colour of the theme as a ground that words can stand on. */
function faintly(hex: string): string {
  return /^#[0-9a-f]{6}$/i.test(hex) ? `${hex}33` : hex;
}
