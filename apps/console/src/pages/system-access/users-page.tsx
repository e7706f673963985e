import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useRoleName, type Role } from '../../shared/role-name.js';
import { useTexts } from '../../texts/texts.js';
import { users, type UserFilter } from './access-queries.js';
import styles from './access.module.css';
import { ROLES } from './role-list.js';
import { UserList } from './user-list.js';

const STATES = ['active', 'inactive'] as const;

/** Accounts within the areas of whoever asks. */
export default function UsersPage() {
  const t = useTexts('system-access');
  const may = useMay();
  const [filter, narrow] = useUserFilter();
  const found = useInfiniteQuery(users(filter));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Page
      title={
        found.isSuccess
          ? t(found.hasNextPage ? 'users.titleMore' : 'users.title', { n: items.length })
          : t('users.plain')
      }
      lead={t('users.lead')}
      actions={
        may('identity.user.write') && (
          <Link to="/system/users/new">
            <Button type="primary">{t('users.new')}</Button>
          </Link>
        )
      }
    >
      <Filters filter={filter} onChange={narrow} />
      {found.isError && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState text={isNarrowed ? t('users.noneFound') : t('users.none')} />
      )}
      {items.length > 0 && <UserList users={items} />}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}

function Filters({ filter, onChange }: { readonly filter: UserFilter; readonly onChange: Narrow }) {
  const t = useTexts('system-access');
  const roleName = useRoleName();
  return (
    <search className={styles['filters']}>
      <Input.Search
        className={styles['search']}
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        defaultValue={filter.q}
        allowClear
        maxLength={64}
        onSearch={(q) => onChange('q', q.trim())}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('users.role')}
        placeholder={t('users.role')}
        allowClear
        value={filter.role}
        options={ROLES.map((value) => ({ value, label: roleName(value) }))}
        onChange={(role?: string) => onChange('role', role)}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('users.state')}
        placeholder={t('users.state')}
        allowClear
        value={filter.state}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state?: string) => onChange('state', state)}
      />
    </search>
  );
}

type Narrow = (name: keyof UserFilter, value: string | undefined) => void;

/** The filter of the address; what is no role or state there is passed over. */
function useUserFilter(): [UserFilter, Narrow] {
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const role = ROLES.find((one): one is Role => one === parameters.get('role'));
  const state = STATES.find((one) => one === parameters.get('state'));
  const filter = { ...(q === '' ? {} : { q }), ...(role && { role }), ...(state && { state }) };
  const narrow: Narrow = (name, value) =>
    setParameters((now) => {
      const next = new URLSearchParams(now);
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  return [filter, narrow];
}
