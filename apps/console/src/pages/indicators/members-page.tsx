import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useArea } from '../../area/use-area.js';
import { areasBelow } from '../../area/area-queries.js';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { ElsewherePage } from '../../shared/kpi/elsewhere-page.js';
import type { Indicator } from '../../shared/kpi/figures.js';
import { explanationOf, figuresOf, indicatorList } from '../../shared/kpi/kpi-queries.js';
import { MEMBER_SIDES, type MemberSide } from '../../shared/kpi/members-address.js';
import { useIndicatorName } from '../../shared/kpi/use-indicator-name.js';
import { PaperHead } from '../../shared/kpi/paper-head.js';
import { useKpiView, type KpiView } from '../../shared/kpi/use-kpi-view.js';
import { usePeriodName } from '../../shared/kpi/use-period-name.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import table from '../../shared/kpi/figure-table.module.css';
import styles from './members-page.module.css';

const PAGE_SIZE = 100;

/** The people behind a figure, masked; the server notes who looked. */
export default function MembersPage() {
  const t = useTexts('indicators');
  const { area } = useArea();
  const view = useKpiView();
  const nameOf = useIndicatorName();
  const list = useQuery(indicatorList);
  const indicator = list.data?.find(({ id }) => id === view.get('indicator'));
  const side = MEMBER_SIDES.find((one) => one === view.get('side')) ?? 'gap';
  const figures = useQuery(figuresOf(view.measure, indicator === undefined ? [] : [indicator.id]));
  const figure = figures.data?.[0];
  const heads = figure === undefined ? undefined : headsOf(figure, side);
  const back = `/indicators${view.search({ side: undefined, indicator: indicator?.id })}`;
  const title =
    indicator === undefined || heads === undefined || area === undefined
      ? t('members.title')
      : t(`members.title.${side}`, { area: area.name, n: heads, indicator: nameOf(indicator) });
  if (view.elsewhere !== undefined) return <ElsewherePage view={view} code={view.elsewhere} />;
  return (
    <Page
      title={title}
      lead={<Lead view={view} day={figure?.asOf} />}
      actions={<Link to={back}>{t('members.back')}</Link>}
    >
      {list.isError && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && indicator === undefined && (
        <EmptyState text={t('members.noIndicator')} action={{ label: t('members.back'), to: '/indicators' }} />
      )}
      {indicator !== undefined && (
        <>
          <Sides view={view} side={side} />
          <PaperHead measure={view.measure} figure={figure} indicators={list.data ?? []} />
          <Members {...{ view, indicator, side, heads }} isNobody={figure?.denominator === 0} />
        </>
      )}
    </Page>
  );
}

function headsOf({ numerator, denominator }: Schemas['KpiValueDto'], side: MemberSide): number {
  if (side === 'numerator') return numerator ?? 0;
  return side === 'denominator' ? (denominator ?? 0) : Math.max(0, (denominator ?? 0) - (numerator ?? 0));
}

function Lead({ view, day }: { readonly view: KpiView; readonly day: string | undefined }) {
  const t = useTexts('indicators');
  const format = useFormat();
  const nameOf = usePeriodName();
  return <>{t('members.lead', { period: nameOf(view.measure.period), day: format.day(day) })}</>;
}

function Sides({ view, side }: { readonly view: KpiView; readonly side: MemberSide }) {
  const t = useTexts('indicators');
  return (
    <nav className={`${styles['sides'] ?? ''} xq-no-print`} aria-label={t('members.side')}>
      {MEMBER_SIDES.map((one) => (
        <Link key={one} to={view.search({ side: one })} aria-current={one === side ? 'page' : undefined} replace>
          {t(`members.side.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

interface MembersProps {
  readonly view: KpiView;
  readonly indicator: Indicator;
  readonly side: MemberSide;
  /** How many there are. */
  readonly heads: number | undefined;
  /** Nobody belongs to the indicator, on either side. */
  readonly isNobody: boolean;
}

function Members({ view, indicator, side, heads, isNobody }: MembersProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  const { measure } = view;
  const pages = useInfiniteQuery({
    queryKey: ['kpi', 'members', measure, indicator.id, side],
    enabled: measure.org !== '',
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const { asOf, ...where } = measure;
      const query = {
        ...where,
        ...(asOf === undefined ? {} : { asOf }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
        ...{ indicator: indicator.id, side, limit: PAGE_SIZE },
      };
      return answer(api.GET('/api/v1/kpi/values/members', { params: { query }, signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (pages.isError) return <ProblemAlert problem={pages.error} onRetry={() => void pages.refetch()} />;
  const members = pages.data?.pages.flatMap(({ items }) => items);
  if (members === undefined) return <p role="status">{t('loading')}</p>;
  if (members.length === 0) return <EmptyState text={t(`members.empty.${isNobody ? 'denominator' : side}`)} />;
  return (
    <>
      <MemberTable {...{ view, indicator, members }} />
      {pages.hasNextPage && (
        <p className={`${styles['more'] ?? ''} xq-no-print`}>
          {heads !== undefined && (
            <span className="xq-number">
              {t('members.shown', { n: format.count(members.length), of: format.count(heads) })}
            </span>
          )}
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('members.more')}
          </Button>
        </p>
      )}
    </>
  );
}

interface MemberTableProps {
  readonly view: KpiView;
  readonly indicator: Indicator;
  readonly members: readonly Schemas['KpiMemberDto'][];
}

function MemberTable({ view, indicator, members }: MemberTableProps) {
  const t = useTexts('indicators');
  const format = useFormat();
  const may = useMay();
  const unitName = useUnitNames(members.map(({ org }) => org));
  const reasonText = useReasonTexts(view, indicator);
  const ofFollowUps = indicator.subject === 'smi_follow_up';
  return (
    <div className={table['frame']}>
      <table className={table['table']}>
        <caption className="xq-hidden">{t('members.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('members.name')}</th>
            <th scope="col">{t('members.unit')}</th>
            <th scope="col">{t('members.reason')}</th>
            {ofFollowUps && <th scope="col">{t('members.dueOn')}</th>}
            <th scope="col">{t('members.lastVisit')}</th>
            <th scope="col">{t('members.stability')}</th>
            <th scope="col">{t('members.risk')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ subjectId, name, caseNo, org, reasons, dueOn, lastVisitOn, stability, riskLevel }) => (
            <tr key={`${subjectId} ${dueOn ?? ''}`}>
              <th scope="row">
                {may('smi.case.read') ? <Link to={`/smi/cases/${subjectId}`}>{name}</Link> : name}
                <span className={table['parts']}>{caseNo}</span>
              </th>
              <td data-label={t('members.unit')}>{unitName(org)}</td>
              <td className={table['wide']}>
                <ul className={styles['reasons']}>
                  {reasons.map((code) => (
                    <li key={code}>{reasonText(code)}</li>
                  ))}
                </ul>
              </td>
              {ofFollowUps && <td data-label={t('members.dueOn')}>{format.day(dueOn)}</td>}
              <td data-label={t('members.lastVisit')}>{format.day(lastVisitOn)}</td>
              <td>
                <StatusMark status={STABILITIES[stability ?? 0] ?? 'unknown'} />
              </td>
              <td data-label={t('members.risk')} className="xq-number">
                {riskLevel === null ? '—' : t('members.riskLevel', { n: String(riskLevel) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STABILITIES = ['unknown', 'unstable', 'basically_stable', 'stable'] as const;

/** Names of the communities of these people: asked for street by street. */
function useUnitNames(codes: readonly string[]): (code: string) => string {
  const streets = [...new Set(codes.map((code) => `${code.slice(0, 9)}000`))];
  const names = useQueries({
    queries: streets.map((street) => areasBelow(street)),
    combine: (all) => new Map(all.flatMap(({ data }) => (data ?? []).map(({ code, name }) => [code, name] as const))),
  });
  return (code) => names.get(code) ?? code;
}

/** What the reasons are called; the same words as in "why". */
function useReasonTexts({ measure }: KpiView, indicator: Indicator): (code: string) => string {
  const language = useLanguage();
  const explanation = useQuery(explanationOf(measure, indicator.id));
  const texts = new Map(
    explanation.data?.reasons.map(({ code, textZh, textEn }) => [code, language === 'en' ? textEn : textZh]),
  );
  return (code) => texts.get(code) ?? '…';
}
