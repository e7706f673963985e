import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ActionButtons } from '../../shared/close-action.js';
import { CaseMark, RiskMark } from '../../shared/case-marks.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { openTasks, type Task } from './task-queries.js';
import styles from './today-page.module.css';

const ACTION = 'action:';
const SHOWN = 5;

/** Mandatory actions by person. They stay until each is done or handed over. */
export function OpenActions({ code, people }: { readonly code: string; readonly people: number }) {
  const t = useTexts('today');
  const tasks = useQuery(openTasks(code));
  return (
    <section className={styles['urgent']} aria-labelledby="today-actions">
      <h2 id="today-actions">{t('actions', { n: people })}</h2>
      {tasks.isError && <ProblemAlert problem={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.data !== undefined && <People tasks={tasks.data.filter(({ kind }) => kind.startsWith(ACTION))} />}
    </section>
  );
}

function People({ tasks }: { readonly tasks: readonly Task[] }) {
  const t = useTexts('today');
  const [isWhole, setWhole] = useState(false);
  const people = [...Map.groupBy(tasks, ({ caseId }) => caseId).values()].sort(
    (a, b) => urgencyOf(a) - urgencyOf(b) || compare(a[0]?.dueOn ?? '', b[0]?.dueOn ?? ''),
  );
  const shown = isWhole ? people : people.slice(0, SHOWN);
  return (
    <ul className={styles['people']}>
      {shown.map((own) => {
        const [first] = own;
        if (first === undefined) return null;
        const days = Object.fromEntries(own.map(({ kind, dueOn }) => [kind.slice(ACTION.length), dueOn]));
        return (
          <li key={first.caseId} className={styles['person']}>
            <p className={styles['who']}>
              <Link to={`/smi/cases/${first.caseId}`}>
                <strong>{first.subjectName}</strong>
              </Link>
              <CaseMark status="registered" stability={first.stability} />
              {first.riskLevel !== null && <RiskMark level={first.riskLevel} />}
            </p>
            <ActionButtons caseId={first.caseId} actions={Object.keys(days)} days={days} />
          </li>
        );
      })}
      {people.length > shown.length && (
        <li className={styles['person']}>
          <Button onClick={() => setWhole(true)}>{t('actionsMore', { n: people.length - shown.length })}</Button>
        </li>
      )}
    </ul>
  );
}

/** What must happen at once, and who is of high risk, come first. */
function urgencyOf(tasks: readonly Task[]): number {
  return Math.min(...tasks.map(({ priority }) => priority)) - (tasks[0]?.riskLevel ?? 0) / 10;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
