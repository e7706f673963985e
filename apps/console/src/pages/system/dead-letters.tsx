import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { answer, api, type Schemas } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { useMay } from '../../session/use-session.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useFormat } from '../../shared/format.js';
import { say } from '../../shared/notice.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { Coded } from './coded.js';
import styles from './system.module.css';

type Letter = Schemas['DeadLetterPageDto']['items'][number];

/** Events a service could not take in: seen here, and given to it again once the cause is mended. */
export function DeadLetters() {
  const t = useTexts('system');
  const format = useFormat();
  const may = useMay();
  const letters = useQuery({
    queryKey: ['ops', 'letters'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/ops/dead-letters', { params: { query: { limit: 100 } }, signal })),
  });
  return (
    <section className={styles['stack']}>
      <h2>{t('letters.title')}</h2>
      {letters.isError && <ProblemAlert problem={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.data !== undefined && (
        <DataTable
          caption={t('letters.title')}
          rows={letters.data.items}
          rowKey={({ id }) => id}
          empty={<EmptyState text={t('letters.none')} />}
          sortParameter="letters"
          columns={[
            { key: 'type', title: t('letters.type'), onCard: 'heading', render: ({ eventType }) => eventType },
            { key: 'consumer', title: t('events.consumer'), render: ({ consumer }) => consumer },
            { key: 'when', title: t('letters.when'), render: ({ recordedAt }) => format.time(recordedAt) },
            {
              key: 'reason',
              title: t('letters.reason'),
              render: ({ errorCode }) => <Coded kind="reason" code={errorCode} />,
            },
            {
              key: 'attempts',
              title: t('letters.attempts'),
              kind: 'number',
              render: ({ attempts }) => format.count(attempts),
            },
            {
              key: 'state',
              title: t('letters.state'),
              render: (one) =>
                one.replayedAt !== null
                  ? t('letters.replayed', { when: format.time(one.replayedAt) })
                  : may('ops.write') && <Replay letter={one} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function Replay({ letter }: { readonly letter: Letter }) {
  const t = useTexts('system');
  const queries = useQueryClient();
  const replay = useWrite(
    ({ id, service }: Pick<Letter, 'id' | 'service'>, key) =>
      answer(
        api.POST('/api/v1/ops/dead-letters/{service}/{id}/replay', {
          params: { path: { id, service } },
          headers: idempotencyKey(key),
        }),
      ),
    {
      onSuccess: ({ applied }) => {
        say(t(applied ? 'letters.applied' : 'letters.failedAgain'));
        return queries.invalidateQueries({ queryKey: ['ops'] });
      },
    },
  );
  return (
    <>
      <Popconfirm
        title={t('letters.confirm')}
        description={t('letters.confirmHint')}
        okText={t('letters.replay')}
        cancelText={t('cancel')}
        onConfirm={() => replay.mutate({ id: letter.id, service: letter.service })}
      >
        <Button size="small" loading={replay.isPending}>
          {t('letters.replay')}
        </Button>
      </Popconfirm>
      {replay.isError && <ProblemAlert problem={replay.error} />}
    </>
  );
}
