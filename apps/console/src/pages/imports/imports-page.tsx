import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../shared/empty-state.js';
import { Icon } from '../../shared/icon.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { importJobs, isRunning, keptRows, type ImportJob } from './import-queries.js';
import { JobList } from './job-list.js';

/** What was imported, and what is being imported. */
export default function ImportsPage() {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const jobs = useQuery(importJobs());
  const start = { label: t('start'), to: '/imports/new' };
  const items = jobs.data?.items;
  return (
    <Page
      title={titleOf(items, t)}
      lead={t('repeatHint')}
      actions={
        <Button type="primary" icon={<Icon name="imports" size={18} />} onClick={() => void navigate(start.to)}>
          {start.label}
        </Button>
      }
    >
      {jobs.isError && <ProblemAlert problem={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {items?.length === 0 && <EmptyState text={t('empty')} action={start} />}
      {items !== undefined && items.length > 0 && <JobList jobs={items} />}
    </Page>
  );
}

function titleOf(jobs: readonly ImportJob[] | undefined, t: Translate<'imports'>): string {
  const [last] = jobs ?? [];
  if (jobs === undefined) return t('title');
  const running = jobs.filter(isRunning).length;
  if (running > 0) return t('title.running', { n: running });
  if (last === undefined) return t('title.none');
  if (last.status === 'failed') {
    const kept = keptRows(last);
    return kept > 0 ? t('title.stopped', { n: kept }) : t('title.failed');
  }
  return last.rejected > 0 ? t('title.rejected', { n: last.rejected }) : t('title.done');
}
