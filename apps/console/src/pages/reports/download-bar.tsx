import { Button } from 'antd';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { FORMATS, type Downloads } from './download.js';
import styles from './report-page.module.css';

/** The report as a file, with its progress; and on paper. */
export function DownloadButtons({ downloads }: { readonly downloads: Downloads }) {
  const t = useTexts('reports');
  const { running } = downloads;
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          type={format === 'xlsx' ? 'primary' : 'default'}
          loading={running?.format === format}
          disabled={running !== undefined && running.format !== format}
          onClick={() => downloads.start(format)}
        >
          {t(`format.${format}`)}
        </Button>
      ))}
      <Button onClick={() => print()}>{t('print')}</Button>
    </>
  );
}

/** How far a file is, what came, or what went wrong. */
export function DownloadState({ downloads: { running, done, problem } }: { readonly downloads: Downloads }) {
  const t = useTexts('reports');
  return (
    <div className="xq-no-print" aria-live="polite">
      {running !== undefined && (
        <p className={styles['state']}>
          {running.part === undefined ? t('download.making') : t('download.fetching')}
          <progress
            max={1}
            {...(running.part === undefined ? {} : { value: running.part })}
            aria-label={t('download.fetching')}
          />
        </p>
      )}
      {done !== undefined && <p className={styles['state']}>{t('download.done', { name: done })}</p>}
      {problem !== undefined && <ProblemAlert problem={problem} />}
    </div>
  );
}
