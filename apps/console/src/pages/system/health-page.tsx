import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { StatusMark } from '../../shared/status-mark.js';
import { useTexts, type Translate } from '../../texts/texts.js';
import { Coded } from './coded.js';
import styles from './system.module.css';

type Health = Schemas['ServiceHealthDto'];

const LOOK_EVERY_MS = 10_000;
const MIB = 1_048_576;
const HOUR = 3_600;

/** Whether every service works, and the nodes this one knows. */
export default function HealthPage() {
  const t = useTexts('system');
  const health = useQuery({
    queryKey: ['ops', 'health'],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/ops/health', { signal })),
  });
  const items = health.data?.items;
  return (
    <Page title={titleOf(items, t)} lead={t('health.lead')}>
      {health.isError && <ProblemAlert problem={health.error} onRetry={() => void health.refetch()} />}
      {health.isPending && <Skeleton active />}
      <div className={styles['cards']}>
        {items?.map((one) => (
          <Service key={one.service} health={one} />
        ))}
      </div>
      {!health.isPending && <Nodes />}
    </Page>
  );
}

function Nodes() {
  const t = useTexts('system');
  const nodes = useQuery({
    queryKey: ['ops', 'nodes'],
    refetchInterval: LOOK_EVERY_MS,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/nodes', { signal })),
  });
  return (
    <section className={styles['stack']}>
      <h2>{t('nodes.title')}</h2>
      {nodes.isError && <ProblemAlert problem={nodes.error} onRetry={() => void nodes.refetch()} />}
      <div className={styles['cards']}>
        {nodes.data?.items.map((node) => (
          <Node key={node.id} node={node} />
        ))}
      </div>
    </section>
  );
}

function titleOf(items: readonly Health[] | undefined, t: Translate<'system'>): string {
  if (items === undefined) return t('health.title');
  const bad = items.filter(({ status }) => status !== 'ok').map(({ service }) => service);
  return bad.length === 0
    ? t('health.good', { n: items.length })
    : t('health.bad', { names: bad.join(t('separator')) });
}

const MARKS = { ok: 'done', degraded: 'due', unavailable: 'overdue' } as const;

function Service({ health }: { readonly health: Health }) {
  const t = useTexts('system');
  const format = useFormat();
  const { service, status, version, uptimeSeconds, memoryBytes, parts } = health;
  const facts = [
    [t('health.version'), version ?? '—'],
    [t('health.uptime'), uptimeSeconds === null ? '—' : upFor(uptimeSeconds, t)],
    [t('health.memory'), memoryBytes === null ? '—' : `${format.count(memoryBytes / MIB)} MiB`],
  ] as const;
  return (
    <section className={styles['card']} aria-label={service}>
      <div className={styles['bar']}>
        <h2>
          <Coded kind="serviceName" code={service} />
        </h2>
        <StatusMark status={MARKS[status]} label={t(`health.${status}`)} />
      </div>
      <Facts facts={facts} />
      <div className={styles['bar']}>
        {parts.map(({ name, ok }) => (
          <StatusMark key={name} status={ok ? 'done' : 'overdue'} label={name} />
        ))}
      </div>
    </section>
  );
}

function Node({ node }: { readonly node: Schemas['NodeDto'] }) {
  const t = useTexts('system');
  const format = useFormat();
  const facts = [
    [t('areas.tier'), t(`tier.${node.tier}`)],
    [t('nodes.territory'), node.territory === '' ? t('nodes.everywhere') : node.territory],
    [t('nodes.lag'), node.lagMessages === null ? '—' : t('nodes.messages', { n: node.lagMessages })],
    [t('nodes.lagSeconds'), node.lagSeconds === null ? '—' : t('seconds', { n: Math.round(node.lagSeconds) })],
    [t('nodes.contact'), format.time(node.lastContactAt)],
    [t('health.version'), node.version],
  ] as const;
  return (
    <section className={styles['card']} aria-label={node.id}>
      <div className={styles['bar']}>
        <h3>{node.id}</h3>
        <StatusMark status={node.link === 'down' ? 'overdue' : 'done'} label={t(`link.${node.link}`)} />
      </div>
      <Facts facts={facts} />
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="xq-number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function upFor(seconds: number, t: Translate<'system'>): string {
  if (seconds < HOUR) return t('minutes', { n: Math.floor(seconds / 60) });
  return seconds < 48 * HOUR
    ? t('hours', { n: Math.floor(seconds / HOUR) })
    : t('days', { n: Math.floor(seconds / 86_400) });
}
