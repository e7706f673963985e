import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { SMI_CHECKS } from '#domain';
import { RiskMark, stabilityStatus } from '../../shared/case-marks.js';
import { useFormat } from '../../shared/format.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useCodeLabel } from '../../shared/use-code-label.js';
import { useMay } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { tasksOf, type OpenStatus, type Task } from './task-queries.js';
import styles from './today-page.module.css';

interface TaskSectionProps {
  readonly code: string;
  readonly status: OpenStatus;
  readonly count: number;
}

/** Work of one status; the next hundred on request. */
export function TaskSection({ code, status, count }: TaskSectionProps) {
  const t = useTexts('today');
  const tasks = useInfiniteQuery({ ...tasksOf(code, status), enabled: count > 0 });
  if (count === 0) return null;
  const rows = tasks.data?.pages.flatMap(({ items }) => items).filter(({ kind }) => !kind.startsWith('action:')) ?? [];
  return (
    <section aria-labelledby={`today-${status}`}>
      <h2 id={`today-${status}`} className={styles['heading']}>
        <StatusMark status={status} label={t(`section.${status}`, { n: count })} />
      </h2>
      {tasks.isError && <ProblemAlert problem={tasks.error} onRetry={() => void tasks.refetch()} />}
      {rows.length > 0 && (
        <ul className={styles['list']}>
          {rows.map((task) => (
            <TaskRow key={task.id} task={task} />
          ))}
        </ul>
      )}
      {tasks.hasNextPage && (
        <Button
          className={styles['more'] ?? ''}
          loading={tasks.isFetchingNextPage}
          onClick={() => void tasks.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const t = useTexts('today');
  const format = useFormat();
  const may = useMay();
  const labelOf = useCodeLabel();
  const { caseId, subjectName, kind, dueOn, riskLevel, stability } = task;
  const isVisit = kind === 'follow_up' || kind === 'retry_visit';
  const what = isVisit ? t(`kind.${kind}`) : labelOf(SMI_CHECKS, kind);
  return (
    <li className={styles['task']}>
      <Link to={`/smi/cases/${caseId}`} className={styles['name'] ?? ''}>
        <strong>{subjectName}</strong>
      </Link>
      <span>{what}</span>
      <StatusMark status={stabilityStatus(stability)} />
      <RiskMark level={riskLevel} />
      <span className="xq-number">{t('by', { day: format.shortDay(dueOn) })}</span>
      {isVisit && may('smi.follow_up.write') ? (
        <Link to={`/smi/cases/${caseId}/visit`} className={styles['go'] ?? ''}>
          {t('record')}
        </Link>
      ) : (
        <Link to={`/smi/cases/${caseId}`} className={styles['go'] ?? ''}>
          {t('open')}
        </Link>
      )}
    </li>
  );
}
