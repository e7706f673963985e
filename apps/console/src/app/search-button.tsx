import { useEffect, useState } from 'react';
import { useMay } from '../session/use-session.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import { SearchDialog } from './search-dialog.js';
import styles from './top-button.module.css';

const IS_MAC = /mac/i.test(navigator.platform);

/** Finds a resident, from anywhere by Ctrl-K (⌘-K); absent for those who may see none. */
export function SearchButton() {
  const t = useTexts('app');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const allowed = may('registry.person.read');
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    if (allowed) addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [allowed]);
  if (!allowed) return null;
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" />
        <span className={styles['label']}>{t('search.open')}</span>
        <kbd className={styles['key']} aria-hidden="true">
          {IS_MAC ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
