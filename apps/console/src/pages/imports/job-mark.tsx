import { StatusMark } from '../../shared/status-mark.js';
import { useTexts } from '../../texts/texts.js';
import { keptRows, type ImportJob } from './import-queries.js';

/** How an import stands: running, done, done with refused rows, stopped half-way, or refused as a whole. */
export function JobMark({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  if (job.status === 'running') return <StatusMark status="upcoming" label={t('state.running')} />;
  if (job.status === 'failed') {
    return <StatusMark status="overdue" label={t(keptRows(job) > 0 ? 'state.stopped' : 'state.failed')} />;
  }
  return job.rejected > 0 ? (
    <StatusMark status="due" label={t('state.rejected')} />
  ) : (
    <StatusMark status="done" label={t('state.done')} />
  );
}
