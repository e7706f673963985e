import { Dropdown } from 'antd';
import { Link } from 'react-router';
import { session } from '../session/session.js';
import { useUser } from '../session/use-session.js';
import { drafts } from '../shared/drafts/drafts.js';
import { Icon } from '../shared/icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './top-button.module.css';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const t = useTexts('app');
  const { id, displayName, username, roles } = useUser();
  const roleNames = roles.map((role) => t(`role.${role}`)).join('、');
  const items = [
    { key: 'who', label: `${username} · ${roleNames}`, disabled: true },
    { type: 'divider' as const },
    { key: 'account', label: <Link to="/account">{t('myAccount')}</Link> },
    { key: 'sign-out', label: t('signOut'), onClick: () => void session.signOut() },
    {
      key: 'sign-out-forget',
      label: t('signOutForget'),
      onClick: () => void drafts.forget(id).then(() => session.signOut()),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className={styles['button']}>
        <Icon name="account" />
        <span className="xq-hidden">{t('account')}</span>
        <span className={styles['label']}>{displayName}</span>
      </button>
    </Dropdown>
  );
}
