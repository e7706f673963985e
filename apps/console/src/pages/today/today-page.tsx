import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { useArea } from '../../area/use-area.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useTexts } from '../../texts/texts.js';
import styles from './today-page.module.css';

const SHOWN = 50;

export default function TodayPage() {
  const t = useTexts('today');
  const { code, area } = useArea();
  const tasks = useQuery({
    queryKey: ['tasks', code],
    enabled: code !== undefined,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/tasks', { params: { query: { org: code ?? '', limit: SHOWN } }, signal })),
  });
  const overdue = tasks.data?.items.filter(({ status }) => status === 'overdue').length;
  const title =
    area === undefined || overdue === undefined ? t('title') : t('overdue', { n: overdue, area: area.name });
  return (
    <Page title={title}>
      {tasks.isError && <ProblemAlert problem={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {tasks.data?.items.length === 0 && <EmptyState text={t('empty')} />}
      {tasks.data !== undefined && tasks.data.items.length > 0 && <TaskList tasks={tasks.data.items} />}
    </Page>
  );
}

function TaskList({ tasks }: { readonly tasks: readonly Schemas['TaskDto'][] }) {
  const format = useFormat();
  return (
    <ul className={styles['list']}>
      {tasks.map(({ id, subjectName, status, dueOn, endOn }) => (
        <li key={id} className={styles['task']}>
          <strong>{subjectName}</strong>
          <StatusMark status={status} />
          <span className="xq-number">{format.day(endOn ?? dueOn)}</span>
        </li>
      ))}
    </ul>
  );
}
