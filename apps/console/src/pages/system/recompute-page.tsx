import { Alert, Button } from 'antd';
import { answer, api } from '../../api/client.js';
import { idempotencyKey } from '../../api/request-headers.js';
import { useWrite } from '../../api/use-write.js';
import { DataTable } from '../../shared/data-table/data-table.js';
import { useFormat } from '../../shared/format.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import styles from './system.module.css';

/** Computes every figure anew beside the live ones, and says where they differ. */
export default function RecomputePage() {
  const t = useTexts('system');
  const format = useFormat();
  const recompute = useWrite((_: object, key) =>
    answer(api.POST('/api/v1/kpi/recompute', { headers: idempotencyKey(key) })),
  );
  const result = recompute.data;
  const title =
    result === undefined
      ? t('recompute.title')
      : result.differences.length === 0
        ? t('recompute.equal', { n: result.cells })
        : t('recompute.differ', { n: result.differences.length });
  return (
    <Page title={title} lead={t('recompute.lead')} width="form">
      <div className={styles['bar']}>
        <Button type="primary" loading={recompute.isPending} onClick={() => recompute.mutate({})}>
          {t(recompute.isPending ? 'recompute.running' : 'recompute.start')}
        </Button>
        {recompute.isPending && <span className={styles['hint']}>{t('recompute.hint')}</span>}
      </div>
      {recompute.isError && <ProblemAlert problem={recompute.error} />}
      {result?.differences.length === 0 && (
        <Alert
          type="success"
          showIcon
          title={t('recompute.proof', { n: format.count(result.cells), seconds: (result.tookMs / 1_000).toFixed(1) })}
        />
      )}
      {result !== undefined && result.differences.length > 0 && (
        <DataTable
          caption={title}
          rows={result.differences}
          rowKey={({ indicator, org, period }) => `${indicator} ${org} ${period}`}
          empty={null}
          columns={[
            {
              key: 'indicator',
              title: t('recompute.indicator'),
              onCard: 'heading',
              render: ({ indicator }) => indicator,
            },
            { key: 'org', title: t('areas.code'), render: ({ org }) => org },
            { key: 'period', title: t('recompute.period'), render: ({ period }) => period },
            { key: 'live', title: t('recompute.live'), render: ({ live }) => JSON.stringify(live) },
            { key: 'again', title: t('recompute.again'), render: ({ recomputed }) => JSON.stringify(recomputed) },
          ]}
        />
      )}
    </Page>
  );
}
