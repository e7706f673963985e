import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../session/use-session.js';
import { useFormat } from '../shared/format.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './alerts-tray.module.css';
import { Flyout } from './flyout.js';
import button from './top-button.module.css';

const SHOWN = 5;
/** Only while something runs; that it has ended is told by the server. */
const PROGRESS_MS = 2_000;

/** Work that goes on in the background, also when its page was closed long ago. */
export function AlertsTray() {
  const t = useTexts('app');
  const may = useMay();
  const allowed = may('registry.import.run');
  const jobs = useQuery({
    queryKey: ['imports', 'tray'],
    enabled: allowed,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/imports', { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? PROGRESS_MS : false),
  });
  if (!allowed) return null;
  const items = jobs.data?.items ?? [];
  const running = items.filter(isRunning).length;
  return (
    <Flyout
      buttonClass={button['button']}
      button={
        <>
          <Icon name="bell" />
          <span className="xq-hidden">{t('tray.open', { n: running })}</span>
          {running > 0 && (
            <span className={button['count']} aria-hidden="true">
              {running}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <>
          <h2 className={styles['title']}>{t('tray.title')}</h2>
          <Jobs jobs={items} onChosen={close} />
        </>
      )}
    </Flyout>
  );
}

interface JobsProps {
  readonly jobs: readonly Schemas['ImportJobDto'][];
  readonly onChosen: () => void;
}

function Jobs({ jobs, onChosen }: JobsProps) {
  const t = useTexts('app');
  const format = useFormat();
  if (jobs.length === 0) return <p className={styles['tray']}>{t('tray.empty')}</p>;
  return (
    <ul className={styles['tray']}>
      {jobs.map((job) => {
        const done = job.accepted + job.rejected + job.skipped;
        return (
          <li key={job.id} className={styles['job']}>
            <Link to={`/imports/${job.id}`} onClick={onChosen}>
              {t(`tray.kind.${job.kind}`)}
            </Link>
            <span className={styles['time']}>{format.time(job.finishedAt ?? job.startedAt)}</span>
            {isRunning(job) ? (
              <progress
                {...(job.total === 0 ? {} : { max: job.total, value: done })}
                aria-label={t('tray.progress', { done, total: job.total })}
              />
            ) : (
              <span>
                {t(job.status === 'failed' ? 'tray.failed' : 'tray.done', {
                  accepted: job.accepted,
                  rejected: job.rejected,
                })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function isRunning({ status }: Schemas['ImportJobDto']): boolean {
  return status === 'running';
}
