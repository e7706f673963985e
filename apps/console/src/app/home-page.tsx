import { Navigate } from 'react-router';
import { useUser } from '../session/use-session.js';
import { EmptyState } from '../shared/empty-state.js';
import { Page } from '../shared/page.js';
import { useTexts } from '../texts/texts.js';
import { firstPage } from './navigation.js';

/** Leads to the first page of the user's own work; says so where there is none yet. */
export function HomePage() {
  const t = useTexts('app');
  const { displayName, permissions } = useUser();
  const first = firstPage(permissions);
  if (first !== undefined) return <Navigate to={first} replace />;
  return (
    <Page title={t('home.title', { name: displayName })} width="form">
      <EmptyState text={t('home.empty')} />
    </Page>
  );
}
