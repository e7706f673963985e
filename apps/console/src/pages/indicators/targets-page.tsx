import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { hasUnitsBelow } from '../../area/area-code.js';
import { areasBelow } from '../../area/area-queries.js';
import { useArea } from '../../area/use-area.js';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { ElsewherePage } from '../../shared/kpi/elsewhere-page.js';
import { mainReadingOf, standingOf, type Figure, type Indicator } from '../../shared/kpi/figures.js';
import { figuresOf, indicatorList } from '../../shared/kpi/kpi-queries.js';
import { PaperHead } from '../../shared/kpi/paper-head.js';
import { StandingMark } from '../../shared/kpi/standing-mark.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { useKpiView } from '../../shared/kpi/use-kpi-view.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import table from '../../shared/kpi/figure-table.module.css';
import { TargetForm } from './target-form.js';
import { TargetHistory } from './target-history.js';
import { targetsOf } from './target-queries.js';
import { inOrder, targetInForce, type Target } from './targets.js';

/** What should be reached, since when and on whose word; what a new target would mean is said before it is saved. */
export default function TargetsPage() {
  const t = useTexts('indicators');
  const { area } = useArea();
  const view = useKpiView();
  const may = useMay();
  const list = useQuery(indicatorList);
  const targets = useQuery(targetsOf(view.measure.org));
  const indicators = (list.data ?? []).filter(({ id }, _, all) => mainReadingOf(id, all) === undefined);
  const figures = useQuery(
    figuresOf(
      view.measure,
      indicators.map(({ id }) => id),
    ),
  );
  const applying = (figures.data ?? []).filter(({ target }) => target !== null).length;
  const title =
    area === undefined || figures.data === undefined
      ? t('targets.title')
      : t('targets.titleCount', { area: area.name, n: applying, of: indicators.length });
  const failed = [list, targets, figures].find(({ isError }) => isError);
  if (view.elsewhere !== undefined) return <ElsewherePage view={view} code={view.elsewhere} />;
  return (
    <Page
      title={title}
      lead={t('targets.lead')}
      actions={<Link to={`/indicators${view.search({ history: undefined })}`}>{t('members.back')}</Link>}
    >
      {failed !== undefined && <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />}
      {may('kpi.target.write') && figures.data !== undefined && (
        <TargetForm
          org={view.measure.org}
          year={Number(view.measure.period.slice(0, 4))}
          indicators={indicators}
          figures={figures.data}
          targets={targets.data ?? []}
        />
      )}
      <PaperHead measure={view.measure} figure={figures.data?.[0]} indicators={list.data ?? []} />
      {targets.data?.length === 0 && <EmptyState text={t('targets.empty')} />}
      {targets.data !== undefined && targets.data.length > 0 && (
        <TargetTable
          targets={inOrder(targets.data, list.data ?? [])}
          indicators={list.data ?? []}
          figures={figures.data ?? []}
        />
      )}
    </Page>
  );
}

interface TargetTableProps {
  readonly targets: readonly Target[];
  readonly indicators: readonly Indicator[];
  readonly figures: readonly Figure[];
}

function TargetTable({ targets, indicators, figures }: TargetTableProps) {
  const t = useTexts('indicators');
  const view = useKpiView();
  const open = view.get('history');
  const areaName = useAreaNames(view.measure.org);
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <caption className="xq-hidden">{t('targets.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            <th scope="col" className={table['number']}>
              {t('targets.value')}
            </th>
            <th scope="col" className={table['number']}>
              {t('targets.year')}
            </th>
            <th scope="col">{t('targets.area')}</th>
            <th scope="col">{t('targets.plan')}</th>
            <th scope="col">{t('targets.effect')}</th>
            <th scope="col" aria-label={t('targets.history')} />
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => {
            const key = [target.indicator, target.plan, target.org, String(target.year)].join('|');
            const indicator = indicators.find(({ id }) => id === target.indicator);
            const figure = figures.find((one) => one.indicator === target.indicator);
            const inForce = figure !== undefined && targetInForce(targets, figure) === target ? figure : undefined;
            return (
              <TargetRow
                key={key}
                {...{ target, indicator, figure: inForce, isOpen: open === key }}
                areaName={areaName(target.org)}
                onToggle={() => view.change({ history: open === key ? undefined : key })}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Names of the areas targets are set for: this one and those below. */
function useAreaNames(org: string): (code: string) => string {
  const t = useTexts('indicators');
  const below = useQuery({ ...areasBelow(org), enabled: org !== '' && hasUnitsBelow(org) });
  return (code) => {
    if (code === '') return t('targets.everywhere');
    if (code === org) return t('targets.here');
    return below.data?.find((one) => one.code === code)?.name ?? code;
  };
}

/** Plans that come with the system. */
const OF_THE_SYSTEM = ['platform', 'national-2015-2020', 'national-jingkang-2023-2025', 'national-pilot-2021'] as const;

/** A plan by its document; one of the administrators' own by source and name. */
function PlanName({ plan, source }: Pick<Target, 'plan' | 'source'>) {
  const t = useTexts('indicators');
  const isEnglish = useLanguage() === 'en';
  const known = OF_THE_SYSTEM.find((one) => one === plan);
  if (known === 'platform') return t('plan.platform');
  if (known === undefined) return <TwoLines main={source ?? plan} small={source === null ? null : plan} />;
  // The source says in Chinese what the plan is called and where in it the target stands.
  if (source !== null && !isEnglish) return source;
  return <TwoLines main={t(`plan.${known}`)} small={source} lang="zh-CN" />;
}

interface TwoLinesProps {
  readonly main: string;
  readonly small: string | null;
  /** Language of the small line, where it is another than the page's. */
  readonly lang?: string;
}

function TwoLines({ main, small, lang }: TwoLinesProps) {
  return (
    <>
      {main}
      {small !== null && (
        <span className={table['parts']} lang={lang}>
          {small}
        </span>
      )}
    </>
  );
}

interface TargetRowProps {
  readonly target: Target;
  readonly areaName: string;
  readonly indicator: Indicator | undefined;
  /** Today's figure, where it is this target it is compared with. */
  readonly figure: Figure | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function TargetRow({ target, areaName, indicator, figure, isOpen, onToggle }: TargetRowProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = useIndicatorName();
  const { value, year, plan, source } = target;
  const unit = indicator?.unit ?? '';
  return (
    <tr>
      <th scope="row">{indicator === undefined ? target.indicator : nameOf(indicator)}</th>
      <td className={`${table['number'] ?? ''} ${table['value'] ?? ''}`}>{format.measure(value, unit)}</td>
      <td className={`${table['number'] ?? ''} ${table['begin'] ?? ''}`} data-label={t('targets.year')}>
        {String(year)}
      </td>
      <td data-label={t('targets.area')}>{areaName}</td>
      <td data-label={t('targets.plan')} className={table['wide']}>
        <PlanName plan={plan} source={source} />
      </td>
      <td>
        {figure === undefined ? (
          <span className={table['parts']}>{t('targets.notInForce')}</span>
        ) : (
          <StandingMark standing={standingOf(figure)} />
        )}
      </td>
      <td className={isOpen ? table['wide'] : table['last']}>
        <button type="button" className={table['why']} aria-expanded={isOpen} onClick={onToggle}>
          {t('targets.history')}
        </button>
        {isOpen && <TargetHistory target={target} unit={unit} />}
      </td>
    </tr>
  );
}
