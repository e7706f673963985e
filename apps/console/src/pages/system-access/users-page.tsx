import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../shared/empty-state.js';
import { Page } from '../../shared/page.js';
import { ProblemAlert } from '../../shared/problem-alert.js';
import { useRoleName, type Role } from '../../shared/role-name.js';
import { useParameters } from '../../shared/use-parameters.js';
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
  // Who was searched for stands in no address.
  const [q, setQ] = useState('');
  const [chosen, narrow] = useChosen();
  const filter = q === '' ? chosen : { ...chosen, q };
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
      <Filters chosen={chosen} onChange={narrow} onSearch={setQ} />
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

function Filters({ chosen, onChange, onSearch }: FiltersProps) {
  const t = useTexts('system-access');
  const roleName = useRoleName();
  return (
    <search className={styles['filters']}>
      <Input.Search
        className={styles['search']}
        aria-label={t('users.search')}
        placeholder={t('users.search')}
        allowClear
        maxLength={64}
        onSearch={(words) => onSearch(words.trim())}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('users.role')}
        placeholder={t('users.role')}
        allowClear
        value={chosen.role}
        options={ROLES.map((value) => ({ value, label: roleName(value) }))}
        onChange={(role?: string) => onChange('role', role)}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('users.state')}
        placeholder={t('users.state')}
        allowClear
        value={chosen.state}
        options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state?: string) => onChange('state', state)}
      />
    </search>
  );
}

type Chosen = Pick<UserFilter, 'role' | 'state'>;
type Narrow = (name: keyof Chosen, value: string | undefined) => void;

interface FiltersProps {
  readonly chosen: Chosen;
  readonly onChange: Narrow;
  readonly onSearch: (words: string) => void;
}

/** What the address says; what is no role or state there is passed over. */
function useChosen(): [Chosen, Narrow] {
  const [parameters, change] = useParameters();
  const role = ROLES.find((one): one is Role => one === parameters.get('role'));
  const state = STATES.find((one) => one === parameters.get('state'));
  const chosen = { ...(role && { role }), ...(state && { state }) };
  return [chosen, (name, value) => change({ [name]: value })];
}
