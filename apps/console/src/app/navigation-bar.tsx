import { NavLink, useLocation } from 'react-router';
import type { NavigationEntry } from '../page-family.js';
import { useSession } from '../session/use-session.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import { Flyout } from './flyout.js';
import menu from './menu.module.css';
import { navigationFor } from './navigation.js';
import styles from './shell.module.css';

/** How many lines the bottom bar of a phone shows; the rest is behind "more". */
const ON_PHONE = 4;

/** The user's own work: beside the page, on a phone at its foot. */
export function Navigation() {
  const t = useTexts('app');
  const { user } = useSession();
  const entries = navigationFor(user?.permissions);
  const shown = entries.length === ON_PHONE + 1 ? entries.length : ON_PHONE;
  return (
    <nav className={styles['navigation']} aria-label={t('navigation')}>
      <NavLink to="/" className={styles['brand'] ?? ''} aria-label={t('brand')}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span>{t('brand')}</span>
      </NavLink>
      <ul>
        {entries.map((entry, place) => (
          <li key={entry.to} className={place < shown ? undefined : styles['notOnPhone']}>
            <Heading entries={entries} place={place} />
            <NavLink to={entry.to} className={styles['entry'] ?? ''}>
              <entry.icon />
              <span>{t(entry.label)}</span>
            </NavLink>
          </li>
        ))}
        {shown < entries.length && (
          <li className={styles['onPhone']}>
            <More entries={entries.slice(shown)} />
          </li>
        )}
      </ul>
    </nav>
  );
}

interface EntriesProps {
  readonly entries: readonly NavigationEntry[];
}

/** Where a group begins. */
function Heading({ entries, place }: EntriesProps & { readonly place: number }) {
  const t = useTexts('app');
  const group = entries[place]?.group;
  if (group === undefined || group === entries[place - 1]?.group) return null;
  return <span className={styles['group']}>{t(group)}</span>;
}

function More({ entries }: EntriesProps) {
  const t = useTexts('app');
  const { pathname } = useLocation();
  const isHere = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Flyout
      side="above"
      buttonClass={`${styles['entry'] ?? ''} ${isHere ? (styles['here'] ?? '') : ''}`}
      button={
        <>
          <Icon name="more" />
          <span>{t('navigation.more')}</span>
        </>
      }
    >
      {(close) => (
        <ul className={menu['menu']}>
          {entries.map((entry, place) => (
            <li key={entry.to}>
              <Heading entries={entries} place={place} />
              <NavLink to={entry.to} className={menu['line'] ?? ''} onClick={close}>
                <entry.icon />
                <span>{t(entry.label)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      )}
    </Flyout>
  );
}
