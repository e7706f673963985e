import { Link } from 'react-router';
import { session } from '../session/session.js';
import { useUser } from '../session/use-session.js';
import { drafts } from '../shared/drafts/drafts.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import { Flyout } from './flyout.js';
import menu from './menu.module.css';
import styles from './top-button.module.css';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const t = useTexts('app');
  const { displayName } = useUser();
  return (
    <Flyout
      buttonClass={styles['button']}
      button={
        <>
          <Icon name="account" />
          <span className="xq-hidden">{t('account')}</span>
          <span className={styles['label']}>{displayName}</span>
        </>
      }
    >
      {(close) => <Account onChosen={close} />}
    </Flyout>
  );
}

function Account({ onChosen }: { readonly onChosen: () => void }) {
  const t = useTexts('app');
  const { id, username, roles } = useUser();
  return (
    <>
      <p className={menu['head']}>
        {username}
        <br />
        {roles.map((role) => t(`role.${role}`)).join(t('listSeparator'))}
      </p>
      <ul className={menu['menu']}>
        <li>
          <Link to="/account" className={menu['line']} onClick={onChosen}>
            {t('myAccount')}
          </Link>
        </li>
        <li>
          <button type="button" className={menu['line']} onClick={() => void session.signOut()}>
            {t('signOut')}
          </button>
        </li>
        <li>
          <button
            type="button"
            className={menu['line']}
            onClick={() => void drafts.forget(id).then(() => session.signOut())}
          >
            {t('signOutForget')}
          </button>
        </li>
      </ul>
    </>
  );
}
