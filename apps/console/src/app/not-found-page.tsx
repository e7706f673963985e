import { EmptyState } from '../shared/empty-state.js';
import { Page } from '../shared/page.js';
import { useTexts } from '../texts/texts.js';

export function NotFoundPage() {
  const t = useTexts('app');
  return (
    <Page title={t('notFound.title')} width="form">
      <EmptyState text={t('notFound.hint')} action={{ label: t('toStart'), to: '/' }} />
    </Page>
  );
}
