import { EmptyState } from '../shared/empty-state.js';
import { Page } from '../shared/page.js';
import { useTexts } from '../texts/texts.js';

export function ForbiddenPage() {
  const t = useTexts('app');
  return (
    <Page title={t('forbidden.title')} width="form">
      <EmptyState text={t('forbidden.hint')} action={{ label: t('toStart'), to: '/' }} />
    </Page>
  );
}
