import { useTexts } from '../../texts/texts.js';
import { EmptyState } from '../empty-state.js';
import { Page } from '../page.js';
import type { KpiView } from './use-kpi-view.js';

/** A link to the figures of an area beyond the user's: said, and not quietly answered with another area's figures. */
export function ElsewherePage({ view, code }: { readonly view: KpiView; readonly code: string }) {
  const t = useTexts('shared');
  const own = { label: t('elsewhere.own'), onClick: () => view.change({ org: undefined }) };
  return (
    <Page title={t('elsewhere.title')} width="form">
      <EmptyState text={t('elsewhere.text', { code })} action={own} />
    </Page>
  );
}
