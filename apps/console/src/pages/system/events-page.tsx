import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { answer, api } from '../../api/client.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { Coded } from './coded.js';
import { DeadLetters } from './dead-letters.js';
import { consumerStands, waiting, type Flow } from './flow.js';
import styles from './system.module.css';

const LOOK_EVERY_MS = 5_000;

/** Whether every event has arrived, and what to do about those that have not. */
export default function EventsPage() {
  const t = useTexts('system');
  const flow = useQuery({
    queryKey: ['ops', 'flow'],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/ops/event-flow', { signal })),
  });
  const items = flow.data?.items;
  const away = items === undefined ? [] : waiting(items).away;
  return (
    <Page title={titleOf(items, t)} lead={t('events.lead')}>
      {flow.isError && <ProblemAlert problem={flow.error} onRetry={() => void flow.refetch()} />}
      {flow.isPending && <Skeleton active />}
      {away.length > 0 && (
        <Alert type="error" showIcon title={t('events.away', { names: away.join(t('separator')) })} />
      )}
      {items !== undefined && <Outboxes flows={items} />}
      {items !== undefined && <Consumers flows={items} />}
      {!flow.isPending && <DeadLetters />}
    </Page>
  );
}

function titleOf(flows: readonly Flow[] | undefined, t: Translate<'system'>): string {
  if (flows === undefined) return t('events.title');
  const { events, letters, away } = waiting(flows);
  if (letters > 0) return t('events.letters', { n: letters });
  if (away.length > 0) return t('events.unknown');
  return events > 0 ? t('events.waiting', { n: events }) : t('events.delivered');
}

function Outboxes({ flows }: { readonly flows: readonly Flow[] }) {
  const t = useTexts('system');
  const format = useFormat();
  const seconds = (value: number | undefined): string =>
    value === undefined ? '—' : t('seconds', { n: Math.round(value) });
  return (
    <section className={styles['stack']}>
      <h2>{t('events.outbox')}</h2>
      <DataTable
        caption={t('events.outbox')}
        rows={flows}
        rowKey={({ service }) => service}
        empty={null}
        sortParameter="outbox"
        columns={[
          {
            key: 'service',
            title: t('service'),
            onCard: 'heading',
            render: ({ service }) => <Coded kind="serviceName" code={service} />,
          },
          { key: 'head', title: t('events.head'), kind: 'number', render: ({ headSeq }) => format.count(headSeq) },
          { key: 'unsent', title: t('events.unsent'), kind: 'number', render: ({ unsent }) => format.count(unsent) },
          {
            key: 'oldest',
            title: t('events.oldest'),
            kind: 'number',
            render: (one) => seconds(one.oldestUnsentSeconds),
          },
          {
            key: 'letters',
            title: t('letters.title'),
            kind: 'number',
            render: ({ deadLetters }) => format.count(deadLetters),
          },
        ]}
      />
    </section>
  );
}

function Consumers({ flows }: { readonly flows: readonly Flow[] }) {
  const t = useTexts('system');
  const format = useFormat();
  return (
    <section className={styles['stack']}>
      <h2>{t('events.consumers')}</h2>
      <p className={styles['hint']}>{t('events.watermarkHint')}</p>
      <DataTable
        caption={t('events.consumers')}
        rows={consumerStands(flows)}
        rowKey={({ consumer, origin, watermark }) => `${consumer} ${origin} ${watermark}`}
        empty={null}
        sortParameter="consumers"
        columns={[
          { key: 'consumer', title: t('events.consumer'), onCard: 'heading', render: ({ consumer }) => consumer },
          { key: 'origin', title: t('events.origin'), render: ({ origin }) => origin },
          {
            key: 'watermark',
            title: t('events.watermark'),
            kind: 'number',
            render: ({ watermark }) => format.count(watermark),
          },
          { key: 'lag', title: t('events.lag'), render: ({ lag }) => <Lag lag={lag} /> },
        ]}
      />
    </section>
  );
}

function Lag({ lag }: { readonly lag: number | null }) {
  const t = useTexts('system');
  if (lag === null) return <StatusMark status="unknown" label={t('events.past')} />;
  return lag === 0 ? (
    <StatusMark status="done" label={t('events.upToDate')} />
  ) : (
    <StatusMark status="due" label={t('events.behind', { n: lag })} />
  );
}
