import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useTexts } from '../../texts/texts.js';
import { auditTrail } from './access-queries.js';
import { AuditFilters } from './audit-filters.js';
import { AuditList } from './audit-list.js';
import { ChainCheck } from './chain-check.js';
import { useAuditFilter } from './use-audit-filter.js';

/** Who did what, over all services, and whether anything was changed afterwards. */
export default function AuditPage() {
  const t = useTexts('system-access');
  const { filter, narrow, clear } = useAuditFilter();
  const found = useInfiniteQuery(auditTrail(filter));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const away = [...new Set(found.data?.pages.flatMap((page) => page.unavailable) ?? [])];
  const actor = items.find(({ actorId }) => actorId === filter.actorId)?.actor ?? undefined;
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <ChainCheck />
      <AuditFilters filter={filter} actor={actor} onChange={narrow} onClear={clear} />
      {found.isError && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {away.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('audit.unavailable', { services: away.map((one) => t(`service.${one}`)).join(t('separator')) })}
        />
      )}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState text={t('audit.none')} action={{ label: t('audit.clear'), onClick: clear }} />
      )}
      {items.length > 0 && <AuditList entries={items} onNarrow={narrow} />}
      {found.hasNextPage && (
        <div>
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
