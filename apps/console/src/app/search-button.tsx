import { lazy, Suspense, useEffect, useState } from 'react';
import { useMay } from '../session/use-session.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './top-button.module.css';

const load = () => import('./search-dialog.js').then((module) => ({ default: module.SearchDialog }));
const SearchDialog = lazy(load);

/** Once the page has what it needs itself, the dialog is fetched ahead: letters are typed as soon as it is called. */
const FETCH_AHEAD_MS = 1_500;

const IS_MAC = /mac/i.test(navigator.platform);

/** Finds a resident, from anywhere by Ctrl-K (⌘-K); absent for those who may see none. */
export function SearchButton() {
  const t = useTexts('app');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const allowed = may('registry.person.read');
  const show = () => setOpen(true);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      show();
    };
    if (allowed) addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [allowed]);
  useEffect(() => {
    if (!allowed) return undefined;
    const ahead = setTimeout(() => void load().catch(() => undefined), FETCH_AHEAD_MS);
    return () => clearTimeout(ahead);
  }, [allowed]);
  if (!allowed) return null;
  return (
    <>
      <button type="button" className={styles['button']} onClick={show} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span className={styles['label']}>{t('search.open')}</span>
        <kbd className={styles['key']} aria-hidden="true">
          {IS_MAC ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
