import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRoleName } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import { user as userQuery, type User } from './access-queries.js';
import styles from './access.module.css';
import { AreaNames } from './area-names.js';

/** Somebody else changed the account meanwhile: what it is now stands beside what was filled in here. */
export function StaleUser({ current }: { readonly current: User }) {
  const t = useTexts('system-access');
  const roleName = useRoleName();
  const queries = useQueryClient();
  const take = () => queries.setQueryData(userQuery(current.id).queryKey, current);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('stale.title')}
      description={
        <>
          <p>{t('stale.text')}</p>
          <dl className={styles['facts']}>
            <dt>{t('user.displayName')}</dt>
            <dd>{current.displayName}</dd>
            <dt>{t('user.roles')}</dt>
            <dd>{current.roles.map((role) => roleName(role)).join(t('separator'))}</dd>
            <dt>{t('user.areas')}</dt>
            <dd>
              <AreaNames scopes={current.scopes} />
            </dd>
          </dl>
          <Button onClick={take}>{t('stale.take')}</Button>
        </>
      }
    />
  );
}
