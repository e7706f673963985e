import { Alert, Button, Progress } from 'antd';
import { columnTitle } from '#domain';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { Icon } from '../../shared/icon.js';
import { useLanguage } from '../../texts/language.js';
import { useTexts } from '../../texts/texts.js';
import { isRunning, keptRows, type ImportJob } from './import-queries.js';
import styles from './imports.module.css';

/** What became of a file: counts, what is wrong with the first refused rows, and the workbook of all of them. */
export function JobReport({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  return (
    <>
      {isRunning(job) && <Running job={job} />}
      {job.status === 'failed' && <Failure job={job} />}
      <Counts job={job} />
      {job.firstErrors.length > 0 && <Refused job={job} />}
      {job.status === 'done' && job.skipped > 0 && <p className={styles['hint']}>{t('skippedHint')}</p>}
    </>
  );
}

function Running({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  return (
    <section aria-live="polite" className={styles['running']}>
      <Progress percent={100} status="active" showInfo={false} aria-label={t('state.running')} />
      <p>{t('runningHint', { n: job.total })}</p>
    </section>
  );
}

function Failure({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  const titleOf = useColumnTitle(job);
  const kept = keptRows(job);
  const what = FAILURES.find((code) => code === job.failureCode);
  return (
    <Alert
      type="error"
      showIcon
      title={t(what === undefined ? 'failure.other' : `failure.${what}`, { detail: titleOf(job.failureDetail ?? '') })}
      description={kept > 0 ? t('failure.partly', { n: kept }) : t('failure.hint')}
    />
  );
}

/** The title of a field as the template prints it. */
function useColumnTitle({ kind }: ImportJob): (field: string) => string {
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  return (field) => columnTitle(kind, field, language);
}

const FAILURES = [
  'REGISTRY.IMPORT.FILE_EMPTY',
  'REGISTRY.IMPORT.FILE_UNREADABLE',
  'REGISTRY.IMPORT.FILE_UNSAFE',
  'REGISTRY.IMPORT.COLUMN_UNKNOWN',
  'REGISTRY.IMPORT.COLUMN_MISSING',
  'REGISTRY.IMPORT.COLUMN_REPEATED',
  'REGISTRY.IMPORT.INTERRUPTED',
  'REGISTRY.IMPORT.TOO_MANY_ROWS',
] as const;

function Counts({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  const format = useFormat();
  const counts = [
    [t(job.mode === 'preview' ? 'wouldAccept' : 'accepted'), job.accepted],
    [t('skipped'), job.skipped],
    [t('rejected'), job.rejected],
    [t('total'), job.total],
  ] as const;
  return (
    <dl className={styles['counts']}>
      {counts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="xq-number">{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Refused({ job }: { readonly job: ImportJob }) {
  const t = useTexts('imports');
  const titleOf = useColumnTitle(job);
  const format = useFormat();
  // Of a job that was given up there is none: the whole file is to be sent again.
  const hasWorkbook = job.own && !isRunning(job) && job.failureCode !== 'REGISTRY.IMPORT.INTERRUPTED';
  return (
    <section className={styles['refused']}>
      <header>
        <h2>{t('refused.title', { n: job.rejected })}</h2>
        {hasWorkbook && (
          <Button href={`/api/v1/imports/${job.id}/errors.xlsx`} icon={<Icon name="download" size={18} />}>
            {t('refused.workbook')}
          </Button>
        )}
      </header>
      {hasWorkbook && <p className={styles['hint']}>{t('refused.hint')}</p>}
      <DataTable
        caption={t('refused.title', { n: job.rejected })}
        rows={job.firstErrors}
        rowKey={({ row, field, code }) => `${row} ${field} ${code}`}
        empty={null}
        columns={[
          { key: 'row', title: t('refused.row'), kind: 'number', width: '6em', render: ({ row }) => format.count(row) },
          { key: 'field', title: t('refused.field'), width: '30%', render: ({ field }) => titleOf(field) },
          { key: 'reason', title: t('refused.reason'), onCard: 'heading', render: ({ message }) => message },
        ]}
      />
    </section>
  );
}
