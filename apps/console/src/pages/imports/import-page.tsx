import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { importJob, isRunning, keptRows, type ImportJob } from './import-queries.js';
import { JobReport } from './job-report.js';
import { kindKey } from './kinds.js';

/** One import; its address may be closed and opened again while it runs. */
export default function ImportPage() {
  const t = useTexts('imports');
  const format = useFormat();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const job = useQuery(importJob(id));
  const data = job.data;
  const lead =
    data === undefined
      ? undefined
      : [data.own ? data.fileName : t('someoneElse'), t(kindKey(data.kind)), format.time(data.startedAt)].join(' · ');
  return (
    <Page
      title={data === undefined ? t('title') : jobTitle(data, t)}
      {...(lead === undefined ? {} : { lead })}
      actions={<Button onClick={() => void navigate('/imports')}>{t('toList')}</Button>}
    >
      {job.isError && <ProblemAlert problem={job.error} onRetry={() => void job.refetch()} />}
      {job.isPending && <Skeleton active />}
      {data !== undefined && <JobReport job={data} />}
    </Page>
  );
}

/** The answer to "what became of it". */
export function jobTitle(job: ImportJob, t: Translate<'imports'>): string {
  if (isRunning(job)) return t('title.running', { n: 1 });
  const kept = keptRows(job);
  if (job.status === 'failed') return kept > 0 ? t('title.stopped', { n: kept }) : t('title.failed');
  if (job.mode === 'preview') return t('job.preview', { n: job.accepted, bad: job.rejected });
  return t('job.commit', { n: job.accepted, bad: job.rejected });
}
