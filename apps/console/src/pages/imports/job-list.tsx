import { Link } from 'react-router';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { useTexts } from '../../texts/texts.js';
import type { ImportJob } from './import-queries.js';
import { JobMark } from './job-mark.js';
import { kindKey } from './kinds.js';
import styles from './imports.module.css';

/** Imports, newest first. */
export function JobList({ jobs }: { readonly jobs: readonly ImportJob[] }) {
  const t = useTexts('imports');
  const format = useFormat();
  return (
    <DataTable
      caption={t('title')}
      rows={jobs}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: 'file', title: t('column.file'), width: '34%', onCard: 'heading', render: (job) => <Name job={job} /> },
        { key: 'state', title: t('column.state'), render: (job) => <JobMark job={job} /> },
        { key: 'accepted', title: t('accepted'), kind: 'number', render: ({ accepted }) => format.count(accepted) },
        { key: 'skipped', title: t('skipped'), kind: 'number', render: ({ skipped }) => format.count(skipped) },
        { key: 'rejected', title: t('rejected'), kind: 'number', render: ({ rejected }) => format.count(rejected) },
        { key: 'started', title: t('column.started'), render: ({ startedAt }) => format.time(startedAt) },
      ]}
    />
  );
}

function Name({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  return (
    <>
      <Link to={`/imports/${job.id}`}>{job.own ? job.fileName : t('someoneElse')}</Link>
      <span className={styles['kind']}>
        {t(kindKey(job.kind))} · {t(job.mode === 'preview' ? 'mode.preview' : 'mode.commit')}
      </span>
    </>
  );
}
