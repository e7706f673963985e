import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useArea } from '../../area/use-area.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { OpenActions } from './open-actions.js';
import { TaskSection } from './task-section.js';
import type { Summary } from './task-queries.js';
import { openTasks, taskSummary, tasksOf } from './task-queries.js';

/** What is to be done: what cannot wait first, then by date. */
export default function TodayPage() {
  const t = useTexts('today');
  const { code, area } = useArea();
  const summary = useQuery({ ...taskSummary(code ?? ''), enabled: code !== undefined });
  const { data } = summary;
  return (
    <Page title={titleOf(t, area?.name, data)} lead={data === undefined ? undefined : leadOf(t, data)}>
      {summary.isError && <ProblemAlert problem={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {code !== undefined && data !== undefined && <Work code={code} summary={data} />}
    </Page>
  );
}

function Work({ code, summary }: { readonly code: string; readonly summary: Summary }) {
  const t = useTexts('today');
  const { openActions, overdue, due, upcoming } = summary;
  const isLoading = useFirstTasks(code, summary);
  if (openActions + overdue + due + upcoming === 0) {
    return <EmptyState text={t('empty')} action={{ label: t('toCases'), to: '/smi' }} />;
  }
  // All at once: a list that comes later would push the next one away under somebody's finger.
  if (isLoading) return <Skeleton active paragraph={{ rows: 12 }} />;
  return (
    <>
      {openActions > 0 && <OpenActions code={code} people={summary.actionPeople} />}
      <TaskSection code={code} status="overdue" count={overdue} />
      <TaskSection code={code} status="due" count={due} />
      <TaskSection code={code} status="upcoming" count={upcoming} />
    </>
  );
}

/** Whether something of what the sections show first is still on its way. */
function useFirstTasks(code: string, { openActions, overdue, due, upcoming }: Summary): boolean {
  const actions = useQuery({ ...openTasks(code), enabled: openActions > 0 });
  const lists = [
    useInfiniteQuery({ ...tasksOf(code, 'overdue'), enabled: overdue > 0 }),
    useInfiniteQuery({ ...tasksOf(code, 'due'), enabled: due > 0 }),
    useInfiniteQuery({ ...tasksOf(code, 'upcoming'), enabled: upcoming > 0 }),
  ];
  return [actions, ...lists].some(({ isLoading }) => isLoading);
}

function titleOf(t: Translate<'today'>, area: string | undefined, summary: Summary | undefined): string {
  if (area === undefined || summary === undefined) return t('title');
  return summary.overduePeople === 0 ? t('nobody', { area }) : t('overdue', { n: summary.overduePeople, area });
}

function leadOf(t: Translate<'today'>, { actionPeople, due, done7d }: Summary): string {
  return t('lead', { actions: actionPeople, due, done: done7d });
}
