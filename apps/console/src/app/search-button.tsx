import { lazy, Suspense, useEffect, useState } from 'react';
import { useMay } from '../session/use-session.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './top-button.module.css';

const SearchDialog = lazy(() => import('./search-dialog.js').then((module) => ({ default: module.SearchDialog })));

const IS_MAC = /mac/i.test(navigator.platform);

/** Finds a resident, from anywhere by Ctrl-K (⌘-K); absent for those who may see none. */
export function SearchButton() {
  const t = useTexts('app');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const allowed = may('registry.person.read');
  const show = () => {
    setWasOpen(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      show();
    };
    if (allowed) addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
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
      {wasOpen && (
        <Suspense fallback={null}>
          <SearchDialog open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
