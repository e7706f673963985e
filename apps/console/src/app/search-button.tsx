import { useEffect, useState, type ReactNode } from 'react';
import { useMay } from '../session/use-session.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './top-button.module.css';

type Show = (onClose: () => void) => ReactNode;

/** Once the page has what it needs itself, the dialog is fetched ahead: letters are typed as soon as it is called. */
const FETCH_AHEAD_MS = 1_500;

const IS_MAC = /mac/i.test(navigator.platform);

/** Finds a resident, from anywhere by Ctrl-K (⌘-K); absent for those who may see none. */
export function SearchButton() {
  const t = useTexts('app');
  const may = useMay();
  const [open, setOpen] = useState(false);
  const allowed = may('registry.person.read');
  const dialog = useSearchDialog(allowed, open);
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
      {open && dialog?.(() => setOpen(false))}
    </>
  );
}

/** The dialog once it is there. Not `lazy`: that would show it a moment later even then, and lose the first letters. */
function useSearchDialog(allowed: boolean, open: boolean): Show | undefined {
  const [fetched, setFetched] = useState<{ readonly show?: Show; readonly failure?: Error }>({});
  const missing = fetched.show === undefined;
  useEffect(() => {
    if (!allowed || !missing) return undefined;
    const fetchDialog = () =>
      void import('./search-dialog.js').then(
        ({ SearchDialog }) => setFetched({ show: (onClose) => <SearchDialog onClose={onClose} /> }),
        (failure: unknown) => open && setFetched({ failure: failure as Error }),
      );
    const ahead = setTimeout(fetchDialog, open ? 0 : FETCH_AHEAD_MS);
    return () => clearTimeout(ahead);
  }, [allowed, missing, open]);
  // The page of errors says what to do.
  if (fetched.failure !== undefined) throw fetched.failure;
  return fetched.show;
}
