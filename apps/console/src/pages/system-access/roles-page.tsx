import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useRoleName } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import { roles as rolesQuery, type RoleInfo } from './access-queries.js';
import styles from './access.module.css';
import { ROLES } from './role-list.js';

const KINDS = ['business', 'administrator', 'auditor'] as const;

/** What each role opens, and why some may not meet in one person. */
export default function RolesPage() {
  const t = useTexts('system-access');
  const found = useQuery(rolesQuery);
  return (
    <Page title={t('roles.title')} lead={t('roles.lead')}>
      <section className={styles['section']}>
        <h2>{t('separation.title')}</h2>
        <ul>
          <li>{t('separation.auditor')}</li>
          <li>{t('separation.administrator')}</li>
          <li>{t('separation.grant')}</li>
          <li>{t('separation.area')}</li>
          <li>{t('separation.self')}</li>
        </ul>
        <p className={styles['hint']}>{t('separation.source')}</p>
      </section>
      {found.isError && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.isSuccess &&
        KINDS.map((kind) => (
          <section key={kind} className={styles['stack']} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{t(`kind.${kind}`)}</h2>
            <ul className={styles['cards']}>
              {ROLES.flatMap((role) => found.data.filter((info) => info.role === role && info.kind === kind)).map(
                (info) => (
                  <RoleCard key={info.role} info={info} />
                ),
              )}
            </ul>
          </section>
        ))}
    </Page>
  );
}

function RoleCard({ info }: { readonly info: RoleInfo }) {
  const t = useTexts('system-access');
  const roleName = useRoleName();
  return (
    <li className={styles['card']}>
      <div className={styles['name']}>
        <Link to={`/system/users?role=${info.role}`}>{roleName(info.role)}</Link>
        {info.grantedBy !== null && <small>{t('roles.grantedBy', { role: roleName(info.grantedBy) })}</small>}
      </div>
      <ul className={styles['rights']}>
        {info.permissions.map((permission) => (
          <li key={permission}>{t(`right.${permission}`)}</li>
        ))}
      </ul>
    </li>
  );
}
