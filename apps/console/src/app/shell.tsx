import { Suspense } from 'react';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import { useSession } from '../session/use-session.js';
import { useEvents } from '../events/use-events.js';
import { useTexts } from '../texts/texts.js';
import { AccountMenu } from './account-menu.js';
import { AlertsTray } from './alerts-tray.js';
import { AreaSwitcher } from './area-switcher.js';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation-bar.js';
import { OfflineBar } from './offline-bar.js';
import { SearchButton } from './search-button.js';
import { SessionWatch } from './session-watch.js';
import styles from './shell.module.css';

/** What stands around every page of somebody who is signed in. */
export function Shell() {
  const { user } = useSession();
  // Signed out a moment ago, the sign-in page is on its way.
  if (user === undefined) return null;
  return (
    <div className={styles['shell']}>
      <Events />
      <SkipLink />
      <Navigation />
      <header className={styles['top']}>
        <AreaSwitcher />
        <span className={styles['spring']} />
        <SearchButton />
        <AlertsTray />
        <LanguageSwitch />
        <AccountMenu />
      </header>
      <OfflineBar />
      <SessionWatch />
      <main id="main" className={styles['main']} tabIndex={-1}>
        <Progress />
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </div>
  );
}

function Events() {
  useEvents();
  return null;
}

function SkipLink() {
  const t = useTexts('app');
  return (
    <a className={styles['skip']} href="#main">
      {t('skipToContent')}
    </a>
  );
}

/** A thin line while the next page is fetched; it takes no place. */
function Progress() {
  const { state } = useNavigation();
  const t = useTexts('app');
  return state === 'idle' ? null : <div className={styles['progress']} role="progressbar" aria-label={t('loading')} />;
}
